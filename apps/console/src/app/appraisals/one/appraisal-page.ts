import { Component, computed, effect, inject, input, resource, untracked, viewChildren } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Appraisal, AppraisalText } from '@forecall/contracts';
import { meanRating } from '@forecall/domain';
import { FigureTexts } from '../../figures/index.js';
import { DialsCard } from '../../scorecards/index.js';
import { Formats } from '../../platform/format/formats.js';
import { formatFixed, noValue } from '../../platform/format/rate.js';
import { problemOf } from '../../platform/http/problem-error.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { Waiting } from '../../platform/live/waiting.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { describePage } from '../../platform/page/page-head.js';
import { Session } from '../../platform/session/session.js';
import { Stages } from '../../ui/course/stages.js';
import { Dialogs } from '../../ui/dialog/dialogs.js';
import { Banner } from '../../ui/feedback/banner.js';
import { Empty } from '../../ui/feedback/empty.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Icon } from '../../ui/icon/icon.js';
import { injectPeriodName } from '../appraisal-words.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { injectLineWords } from '../line-words.js';
import { AppraisalActs } from './appraisal-acts.js';
import { AppraisalFile } from './appraisal-file.js';
import { AppraisalLineView } from './appraisal-line-view.js';
import { courseOf } from './course.js';
import { GoalsCard } from './goals-card.js';
import { GoalsEditor } from './goals-editor.js';
import { HistoryCard } from './history-card.js';
import { KeepingBar } from './keeping-bar.js';
import { RatingRow } from './rating-row.js';

/** One appraisal: figures beside ratings, what is said and wanted, and what is next. */
@Component({
  selector: 'fc-appraisal-page',
  imports: [
    ...[AppraisalActs, AppraisalLineView, Banner, DialsCard, Empty, GoalsCard, GoalsEditor, HistoryCard, Icon],
    ...[KeepingBar, Load, RatingRow, Ready, RouterLink, Shape, Skeleton, Stages],
  ],
  templateUrl: './appraisal-page.html',
  styleUrl: './appraisal-page.css',
  providers: [AppraisalFile],
})
export class AppraisalPage {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly figures = inject(FigureTexts);
  protected readonly nameOf = injectNameOf();
  protected readonly said = injectSaid();
  protected readonly periodName = injectPeriodName();
  protected readonly lineWords = injectLineWords();
  protected readonly file = inject(AppraisalFile);
  private readonly dialogs = inject(Dialogs);
  private readonly faults = inject(Faults);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  readonly id = input.required<string>();
  private readonly rows = viewChildren(RatingRow);
  private readonly writable = computed(() => this.rows().filter((row) => row.isWritable()));

  protected readonly read = resource({ params: this.id, loader: ({ params }) => this.file.open(params) });
  protected readonly isMissing = computed(
    () => this.read.status() === 'error' && problemOf(this.read.error()).code === 'not-found',
  );
  protected readonly one = this.file.appraisal;
  protected readonly isOwn = computed(() => this.one()?.appraisal.subject.id === this.session.me()?.staffId);
  protected readonly hasActs = computed(() => {
    const may = this.one()?.may;
    return may !== undefined && (may.answer || may.decide || may.sign || may.handOver);
  });
  protected readonly course = computed(() => {
    const one = this.one();
    return one ? courseOf(one, this.t, this.format) : [];
  });
  /** Ratings so far, apart: they are judged, the figures are computed. */
  protected readonly rated = computed(() => {
    const [one, text] = [this.one(), this.file.text()];
    if (!one) return [];
    const { lines, competencies } = one;
    const means = {
      indicators: meanRating(
        lines.map(({ indicator: { id, weight } }) => ({ weight, rating: text.indicators[id]?.rating ?? null })),
      ),
      competencies: meanRating(
        competencies.map(({ id, weight }) => ({ weight, rating: text.competencies[id]?.rating ?? null })),
      ),
    };
    return (['indicators', 'competencies'] as const).map((id) => {
      const { mean, rated, of } = means[id];
      return { id, text: mean === null ? noValue : formatFixed(mean, 1), rated, of };
    });
  });
  protected readonly total = computed(() => {
    const { score = null, present = 0, of = 0 } = this.one()?.total ?? {};
    return { text: score === null ? noValue : formatFixed(score, 1), present, of };
  });
  protected readonly coaching = computed(() => {
    const coaching = this.one()?.coaching;
    return coaching ? this.format.countOver(coaching.numerator, coaching.denominator) : null;
  });

  constructor() {
    describePage(() => {
      const row = this.one()?.appraisal;
      const parent = { title: this.t('page.appraisals'), link: '/appraisals' };
      return row ? { title: row.subject.name, crumb: this.periodName(row.cycle), parent } : { parent };
    });
    const waiting = inject(Waiting);
    effect(() => {
      if (waiting.changes() > 0) untracked(() => void this.file.look().catch(() => undefined));
    });
    useKeys('page.appraisal', [
      ...[1, 2, 3, 4, 5].map((rating) => ({
        ...{ press: String(rating), name: `appraisals.key-rating.${rating}`, when: () => this.focused() >= 0 },
        act: () => this.writable()[this.focused()]?.rateByKey(rating),
      })),
      ...(['ArrowDown', 'ArrowUp'] as const).map((press) => ({
        ...{ press, name: `appraisals.key-row.${press}`, when: () => this.focused() >= 0 },
        act: () => this.writable()[this.focused() + (press === 'ArrowDown' ? 1 : -1)]?.focus(),
      })),
    ]);
  }

  protected rate(of: 'indicators' | 'competencies', id: string, rated: AppraisalText['indicators'][string]): void {
    this.file.change({ [of]: { ...this.file.text()[of], [id]: rated } });
  }

  protected async give(): Promise<void> {
    const one = this.one();
    if (!one) return;
    if (!this.file.isWhole()) {
      this.toFault();
      return;
    }
    const { name } = one.appraisal.subject;
    const isMeant = await this.dialogs.confirm({
      heading: this.t('appraisals.give.heading', { name }),
      consequence: this.t('appraisals.give.consequence'),
      act: this.t('appraisals.give.act', { name }),
      keep: this.t('appraisals.give.keep'),
    });
    if (isMeant) await this.faults.heed(this.sendGiven(name));
  }

  protected done({ appraisal, toast }: { appraisal: Appraisal; toast: string }): void {
    this.file.took(appraisal);
    this.toasts.show({ text: toast });
  }

  private async sendGiven(name: string): Promise<void> {
    if (await this.file.give()) this.toasts.show({ text: 'appraisals.did.give', values: { name } });
    else this.toFault();
  }

  private toFault(): void {
    setTimeout(() =>
      document.querySelector<HTMLElement>('fc-rating-row.bad input, .bad textarea, .bad input')?.focus(),
    );
  }

  /** Which of those that can be rated holds the focus; -1: none. What has too few cases is passed over. */
  private focused(): number {
    return this.writable().findIndex((row) => row.holdsFocus());
  }
}
