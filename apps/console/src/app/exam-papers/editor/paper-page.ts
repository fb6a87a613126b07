import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import type { RubricText, ScenarioText } from '@forecall/contracts';
import { DraftHead } from '../../drafts/index.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { describePage } from '../../platform/page/page-head.js';
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
  imports: [DraftHead, Load, Ready, RubricEditor, RubricTrial, ScenarioEditor, ScenarioView, Shape, Skeleton],
  templateUrl: './paper-page.html',
  styleUrl: './paper-page.css',
  providers: [PaperFile],
})
export class PaperPage {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly nameOf = injectNameOf();
  protected readonly file = inject(PaperFile);
  private readonly faults = inject(Faults);
  private readonly toasts = inject(Toasts);
  readonly paper = input.required<string>();
  /** A version that is looked at stands in the address. */
  readonly version = input<string>();

  protected readonly entry = computed(() => this.file.paper());
  protected readonly rubric = computed((): RubricText | undefined => {
    const text = this.file.content();
    return text && 'groups' in text ? text : undefined;
  });
  protected readonly scenario = computed((): ScenarioText | undefined => {
    const text = this.file.content();
    return text && 'variants' in text ? text : undefined;
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

  protected async publish(): Promise<void> {
    const n = this.file.version()?.n ?? 0;
    await this.faults.heed(
      this.file.tryToPublish().then((isPublished) => {
        if (isPublished) this.toasts.show({ text: 'drafts.was.published', values: { n } });
        else setTimeout(() => document.querySelector<HTMLElement>('[aria-invalid="true"], .fault')?.focus());
      }),
    );
  }
}
