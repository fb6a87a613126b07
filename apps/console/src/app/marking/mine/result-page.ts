import { Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ExamResult } from '@forecall/contracts';
import { itemsOf, shownScore } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { ServerClock } from '../../platform/live/server-clock.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { describePage, type PageDescription } from '../../platform/page/page-head.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Glyph } from '../../ui/state/glyph.js';
import { State } from '../../ui/state/state.js';
import { ExamsClient } from '../exams-client.js';
import { whyUnder } from '../paper/why-under.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { standingOf, standsSince } from './exam-state.js';
import { MarkedItems } from './marked-items.js';
import { ResultActs } from './result-acts.js';

/** What came of an exam, to whoever sat it, marked it or leads them: the score, each mark with its note, and what is next. */
@Component({
  selector: 'fc-result-page',
  imports: [Glyph, Load, MarkedItems, Ready, ResultActs, RouterLink, Shape, Skeleton, State],
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
  private readonly clock = inject(ServerClock);
  readonly id = input.required<string>();
  /** From the address: the page that led here, to go back to. */
  readonly from = input<string>();

  protected readonly read = resource({ params: this.id, loader: ({ params }) => this.client.result(params) });
  protected readonly result = linkedSignal(() => (this.read.hasValue() ? this.read.value() : null));
  /** A key: of what is here to be seen. */
  protected readonly heading = computed(() => {
    const exam = this.result()?.exam;
    if (exam?.state === 'booked') return new Date(exam.startsAt) > this.clock.now() ? 'ahead' : 'exam';
    return exam?.state === 'absent' || exam?.state === 'cancelled' ? 'exam' : 'heading';
  });
  /** Where it stands, unless the verdict says so. */
  protected readonly pill = computed(() => {
    const exam = this.result()?.exam;
    const stands = exam && standingOf(exam);
    return stands?.word === exam?.outcome ? null : stands;
  });
  /** The critical items that failed it. */
  protected readonly failedCritical = computed(() => {
    const result = this.result();
    if (result?.exam.outcome !== 'failed') return [];
    const ids = new Set(result.markings.flatMap(({ failedCritical }) => failedCritical));
    return itemsOf(result.rubric.text).filter(({ id }) => ids.has(id));
  });
  /** What came of it, and why. */
  protected readonly verdict = computed(() => {
    const exam = this.result()?.exam;
    if (exam?.state !== 'settled' || exam.outcome === null || exam.dispute === 'again') return null;
    const { outcome, score, passMark } = exam;
    const { glyph } = standingOf({ ...exam, dispute: null });
    const critical = this.failedCritical();
    const items = critical.map(({ text }) => this.said(text)).join(this.t('ui.list-comma'));
    if (critical.length > 0)
      return { glyph, text: this.t('marking.result.failed-critical', { count: critical.length, items }) };
    const isUnder = outcome === 'failed' && score !== null && score < passMark;
    return { glyph, text: this.t(isUnder ? 'marking.result.failed-mark' : `marking.outcome.${outcome}`) };
  });
  protected readonly standsSince = standsSince;
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
      if (!exam) return { parent: { title: this.t('page.my-exams'), link: '/my-exams' } };
      const campaign = this.said(exam.campaign.name);
      return { title: exam.staff.name, ...this.wayBack(exam.campaign.id, campaign) };
    });
  }

  private wayBack(campaignId: string, campaign: string): PageDescription {
    const ends: Readonly<Record<string, string>> = { campaign: '', booking: '/booking', report: '/report' };
    const end = ends[this.from() ?? ''];
    return end === undefined
      ? { crumb: campaign, parent: { title: this.t('page.my-exams'), link: '/my-exams' } }
      : { parent: { title: campaign, link: `/exams/${campaignId}${end}` } };
  }

  protected done({ result, toast }: { result: ExamResult; toast?: string }): void {
    this.result.set(result);
    if (toast) this.toasts.show({ text: toast });
  }
}
