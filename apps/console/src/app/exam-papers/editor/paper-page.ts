import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router } from '@angular/router';
import type { RubricText, ScenarioText } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { describePage } from '../../platform/page/page-head.js';
import { Dialogs } from '../../ui/dialog/dialogs.js';
import { Banner } from '../../ui/feedback/banner.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { RubricTrial } from '../view/rubric-trial.js';
import { ScenarioView } from '../view/scenario-view.js';
import { PaperFile } from './paper-file.js';
import { RubricEditor } from './rubric-editor.js';
import { ScenarioEditor } from './scenario-editor.js';

/** A rubric or a role play: its draft is worked on and saved by itself; published versions are read. */
@Component({
  selector: 'fc-paper-page',
  imports: [Banner, Load, Ready, RubricEditor, RubricTrial, ScenarioEditor, ScenarioView, Shape, Skeleton],
  templateUrl: './paper-page.html',
  styleUrl: './paper-page.css',
  providers: [PaperFile],
})
export class PaperPage {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  protected readonly file = inject(PaperFile);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly faults = inject(Faults);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemTexts);
  readonly paper = input.required<string>();
  /** A version that is looked at stands in the address. */
  readonly version = input<string>();

  protected readonly entry = computed(() => this.file.detail()?.paper);
  protected readonly rubric = computed((): RubricText | undefined => {
    const text = this.file.text();
    return text && 'groups' in text ? text : undefined;
  });
  protected readonly scenario = computed((): ScenarioText | undefined => {
    const text = this.file.text();
    return text && 'variants' in text ? text : undefined;
  });
  protected readonly savedText = computed(() => {
    const saved = this.file.saved();
    return saved === 'failed' ? this.problems.sentence(this.file.failure()) : this.t(`exam-papers.saved.${saved}`);
  });

  constructor() {
    effect(() => {
      const [id, version] = [this.paper(), this.version()];
      untracked(() => {
        this.file.asked.set(version);
        this.file.id.set(id);
      });
    });
    describePage(() => ({
      ...(this.entry() && { title: this.said(this.entry()?.name ?? { en: '', zh: '' }) }),
      parent: { title: this.t('page.exam-papers'), link: '/exams/papers' },
    }));
  }

  protected show(versionId: string): void {
    const newest = this.file.detail()?.versions[0]?.id;
    const queryParams = { version: versionId === newest ? null : versionId };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected async publish(): Promise<void> {
    const n = this.file.version()?.n ?? 0;
    await this.faults.heed(
      this.file.publish().then((isPublished) => {
        if (isPublished) this.toasts.show({ text: 'exam-papers.was.published', values: { n } });
        else setTimeout(() => document.querySelector<HTMLElement>('[aria-invalid="true"], .fault')?.focus());
      }),
    );
  }

  protected workOn(): Promise<void> {
    return this.faults.heed(this.file.workOn().then((id) => this.show(id)));
  }

  protected async drop(): Promise<void> {
    const isMeant = await this.dialogs.confirm({
      heading: this.t('exam-papers.drop.heading', { n: this.file.version()?.n ?? 0 }),
      consequence: this.t('exam-papers.drop.consequence'),
      act: this.t('exam-papers.drop.act'),
      keep: this.t('exam-papers.drop.keep'),
    });
    if (isMeant) await this.faults.heed(this.file.drop());
  }
}
