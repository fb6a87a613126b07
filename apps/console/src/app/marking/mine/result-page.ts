import { Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ExamResult } from '@forecall/contracts';
import { shownScore } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { describePage } from '../../platform/page/page-head.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { State } from '../../ui/state/state.js';
import { ExamsClient } from '../exams-client.js';
import { whyUnder } from '../paper/why-under.js';
import { injectSaid } from '../said.js';
import { standingOf } from './exam-state.js';
import { MarkedItems } from './marked-items.js';
import { ResultActs } from './result-acts.js';

/** What came of an exam, to whoever sat it, marked it or leads them: the score, each mark with its note, and what is next. */
@Component({
  selector: 'fc-result-page',
  imports: [Load, MarkedItems, Ready, ResultActs, RouterLink, Shape, Skeleton, State],
  templateUrl: './result-page.html',
  styleUrl: './result-page.css',
})
export class ResultPage {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  private readonly client = inject(ExamsClient);
  private readonly toasts = inject(Toasts);
  readonly id = input.required<string>();

  protected readonly read = resource({ params: this.id, loader: ({ params }) => this.client.result(params) });
  protected readonly result = linkedSignal(() => (this.read.hasValue() ? this.read.value() : null));
  protected readonly stands = computed(() => {
    const result = this.result();
    return result && standingOf(result.exam);
  });
  protected readonly shown = computed(() => {
    const score = this.result()?.exam.score ?? null;
    return score === null ? null : shownScore(score);
  });
  protected readonly under = computed(() => {
    const result = this.result();
    return result && whyUnder(result.exam, this.format);
  });

  constructor() {
    describePage(() => {
      const exam = this.result()?.exam;
      const parent = { title: this.t('page.my-exams'), link: '/my-exams' };
      return exam ? { title: exam.staff.name, crumb: this.said(exam.campaign.name), parent } : { parent };
    });
  }

  protected done({ result, toast }: { result: ExamResult; toast?: string }): void {
    this.result.set(result);
    if (toast) this.toasts.show({ text: toast });
  }
}
