import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AppraisalLine } from '@forecall/contracts';
import { addDays, type AppraisalKind, isWithoutChance, ratingWords } from '@forecall/domain';
import { FigureTexts } from '../../figures/index.js';
import { Formats } from '../../platform/format/formats.js';
import { formatFixed, noValue } from '../../platform/format/rate.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { ServerClock } from '../../platform/live/server-clock.js';
import { describePage } from '../../platform/page/page-head.js';
import { Session } from '../../platform/session/session.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { injectPeriodName } from '../appraisal-words.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { AppraisalsClient } from '../appraisals-client.js';
import { injectChangeText } from '../change-text.js';
import { injectLineWords, isShown } from '../line-words.js';

/** An appraisal on paper: all of it, with lines to sign on. Black on white in every theme. */
@Component({
  selector: 'fc-appraisal-paper-page',
  imports: [Load, Ready, RouterLink, Shape, Skeleton],
  templateUrl: './paper-page.html',
  styleUrls: ['../../ui/paper/paper.css', './paper-page.css'],
})
export class PaperPage {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly nameOf = injectNameOf();
  protected readonly periodName = injectPeriodName();
  protected readonly format = inject(Formats);
  protected readonly figures = inject(FigureTexts);
  protected readonly lineWords = injectLineWords();
  protected readonly changeText = injectChangeText();
  private readonly client = inject(AppraisalsClient);
  private readonly session = inject(Session);
  private readonly clock = inject(ServerClock);
  readonly id = input.required<string>();

  protected readonly read = resource({ params: this.id, loader: ({ params }) => this.client.one(params) });
  protected readonly one = computed(() => (this.read.hasValue() ? this.read.value() : null));
  protected readonly company = computed(() => this.session.me()?.organisation.name ?? '');
  protected readonly lastDay = computed(() => addDays(this.one()?.appraisal.cycle.to ?? this.format.today(), -1));
  protected readonly printedAt = computed(() => this.format.fullDate(this.clock.now()));
  protected readonly signed = computed(() => this.one()?.steps.find(({ step }) => step === 'signed') ?? null);
  protected readonly answered = computed(
    () => this.one()?.steps.find(({ step }) => step === 'agreed' || step === 'disputed') ?? null,
  );
  protected readonly given = computed(() => this.one()?.steps.find(({ step }) => step === 'given') ?? null);
  /** What was said on the way: by the member, by whoever decided. */
  protected readonly words = computed(
    () => this.one()?.steps.filter(({ step, note }) => note !== '' && step !== 'handed') ?? [],
  );
  /** Whoever signed it, else whoever is to. */
  protected readonly signer = computed(
    () =>
      this.signed()?.by?.name ??
      this.one()
        ?.judges.map(({ name }) => name)
        .join(this.t('ui.list-comma')) ??
      '',
  );
  protected readonly sums = computed(() => {
    const one = this.one();
    if (!one) return [];
    return (['indicators', 'competencies'] as const).map((id) => {
      const { mean, rated, of } = one.rated[id];
      return { id, text: mean === null ? noValue : formatFixed(mean, 1), rated, of };
    });
  });
  protected readonly score = computed(() => {
    const { score = null, present = 0, of = 0 } = this.one()?.total ?? {};
    return { text: score === null ? noValue : formatFixed(score, 1), present, of };
  });

  constructor() {
    describePage(() => {
      const subject = this.one()?.appraisal.subject;
      const parent = { title: subject?.name ?? this.t('page.appraisal'), link: `/appraisals/${this.id()}` };
      return { title: this.t('page.appraisal-sheet'), parent };
    });
  }

  protected print(): void {
    window.print();
  }

  /** "4 Above what is expected" */
  protected rating(rating: number | null | undefined): string {
    return rating ? `${rating} ${this.t(`appraisals.rating.${ratingWords[rating - 1] ?? ''}`)}` : noValue;
  }

  /** "86.7% (26 / 30), 69.3–96.2%; target 85.0%: too close to call"; of too few only how many they are. */
  protected figure(line: AppraisalLine, kind: AppraisalKind): string {
    const { indicator, figure } = line;
    const { metric, target } = indicator;
    if (!figure) return this.t('scorecards.not-given');
    if (!isShown(line, kind)) return this.t('scorecards.reading.not-enough', { n: this.format.count(figure.n) });
    const counts =
      figure.denominator === null ? '' : ` (${this.format.countOver(figure.numerator, figure.denominator)})`;
    const interval =
      figure.interval && !isWithoutChance(metric)
        ? `${this.t('ui.list-comma')}${this.figures.interval(metric, figure.interval.low, figure.interval.high)}`
        : '';
    return this.t('appraisals.paper.figure', {
      value: `${this.figures.value(metric, figure.value)}${counts}${interval}`,
      target: this.figures.value(metric, target),
      reading: this.lineWords.reading(line, kind),
    });
  }

  protected dial(score: number | null): string {
    return score === null ? noValue : formatFixed(score, 1);
  }
}
