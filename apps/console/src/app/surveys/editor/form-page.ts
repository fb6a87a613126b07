import { Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { DraftHead } from '../../drafts/index.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { describePage } from '../../platform/page/page-head.js';
import { Dialogs } from '../../ui/dialog/dialogs.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Icon } from '../../ui/icon/icon.js';
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
    DraftHead,
    FormEditor,
    Glyph,
    Icon,
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
  protected readonly file = inject(FormFile);
  private readonly dialogs = inject(Dialogs);
  private readonly faults = inject(Faults);
  private readonly toasts = inject(Toasts);
  private readonly editor = viewChild(FormEditor);
  readonly form = input.required<string>();
  /** A version that is looked at stands in the address. */
  readonly version = input<string>();

  protected readonly entry = computed(() => this.file.form());
  protected readonly isRenaming = signal(false);
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
    useKeys('page.survey-form', [
      { press: 'n', name: 'surveys.keys.add', act: () => this.editor()?.add(), when: () => this.file.isWritable() },
    ]);
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
    this.toasts.show({ text: 'drafts.was.published', values: { n: version.n } });
  }
}
