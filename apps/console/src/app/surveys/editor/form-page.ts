import { Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { Formats } from '../../platform/format/formats.js';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { describePage } from '../../platform/page/page-head.js';
import { Dialogs } from '../../ui/dialog/dialogs.js';
import { Banner } from '../../ui/feedback/banner.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Icon } from '../../ui/icon/icon.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { Glyph } from '../../ui/state/glyph.js';
import { PublicPreview } from '../view/public-preview.js';
import { QuestionsView } from '../view/questions-view.js';
import { formChanges } from './form-changes.js';
import { FormEditor } from './form-editor.js';
import { FormFile } from './form-file.js';
import { NameForm } from './name-form.js';
import { PublishDialog, type Publishing } from './publish-dialog.js';

/** What customers are asked: the draft is worked on and saved by itself, with the page as they see it beside; published versions are read. */
@Component({
  selector: 'fc-survey-form-page',
  imports: [
    Banner,
    FormEditor,
    Glyph,
    Icon,
    KeyCaps,
    Load,
    NameForm,
    PublicPreview,
    QuestionsView,
    Ready,
    RouterLink,
    Shape,
    Skeleton,
  ],
  templateUrl: './form-page.html',
  styleUrl: './form-page.css',
  providers: [FormFile],
})
export class FormPage {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly format = inject(Formats);
  protected readonly file = inject(FormFile);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly faults = inject(Faults);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemTexts);
  private readonly editor = viewChild(FormEditor);
  readonly form = input.required<string>();
  /** A version that is looked at stands in the address. */
  readonly version = input<string>();

  protected readonly entry = computed(() => this.file.form());
  protected readonly isRenaming = signal(false);
  protected readonly savedText = computed(() => {
    const saved = this.file.saved();
    return saved === 'failed' ? this.problems.sentence(this.file.failure()) : this.t(`surveys.saved.${saved}`);
  });
  protected readonly faultCount = computed(() => this.file.faults().size);

  constructor() {
    effect(() => {
      const [id, version] = [this.form(), this.version()];
      untracked(() => {
        this.file.asked.set(version);
        this.file.id.set(id);
      });
    });
    describePage(() => ({
      ...(this.entry() && { title: this.said(this.entry()?.name ?? { en: '', zh: '' }) }),
      parent: { title: this.t('page.surveys'), link: '/surveys' },
    }));
    const isWritable = () => this.file.isWritable();
    useKeys('page.survey-form', [
      { press: 'n', name: 'surveys.keys.add', act: () => this.editor()?.add(), when: isWritable },
      { press: '$mod+Enter', name: 'surveys.keys.publish', act: () => void this.publish(), when: isWritable },
    ]);
  }

  protected show(versionId: string): void {
    const newest = this.file.detail()?.versions[0]?.id;
    const queryParams = { version: versionId === newest ? null : versionId };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected async publish(): Promise<void> {
    const [entry, version] = [this.entry(), this.file.version()];
    if (!entry || !version || !(await this.file.settle())) return;
    if (this.faultCount() > 0) {
      this.file.isJudged.set(true);
      setTimeout(() => this.editor()?.leadToFault());
      return;
    }
    await this.faults.heed(this.askAndPublish());
  }

  protected workOn(): Promise<void> {
    return this.faults.heed(this.file.workOn().then((id) => this.show(id)));
  }

  protected async drop(): Promise<void> {
    const isMeant = await this.dialogs.confirm({
      heading: this.t('surveys.drop.heading', { n: this.file.version()?.n ?? 0 }),
      consequence: this.t('surveys.drop.consequence'),
      act: this.t('surveys.drop.act'),
      keep: this.t('surveys.drop.keep'),
    });
    if (isMeant) await this.faults.heed(this.file.drop());
  }

  private async askAndPublish(): Promise<void> {
    const [entry, version, content] = [this.entry(), this.file.version(), this.file.content()];
    if (!entry || !version || !content) return;
    const before = await this.file.published();
    const asked: Publishing = {
      ...{ n: version.n, name: this.said(entry.name), before: entry.published?.n ?? null },
      changes: before ? formChanges(before, content) : null,
    };
    const isMeant = await firstValueFrom(this.dialogs.open<boolean>(PublishDialog, asked).closed);
    if (isMeant !== true) return;
    await this.file.publish();
    this.toasts.show({ text: 'surveys.was.published', values: { n: version.n } });
  }
}
