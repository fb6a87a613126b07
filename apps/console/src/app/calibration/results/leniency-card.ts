import { Component, computed, inject, input } from '@angular/core';
import type { CalibrationResults } from '@forecall/contracts';
import { minimumSharedSessions } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { ChartCard, Plot, PlotTable } from '../../ui/chart/chart-card.js';
import { Whisker } from '../../ui/figure/whisker.js';
import type { StateName } from '../../ui/state/glyph.js';
import { State } from '../../ui/state/state.js';
import { toCsv } from '../../ui/table/csv.js';

type Assessor = CalibrationResults['assessors'][number];

/** Points to either side: the first that holds every mean and interval. */
const ends = [5, 10, 15, 20, 30, 50, 100];

/** How far each assessor's scores lie from those of the others on the same sessions, by name. */
@Component({
  selector: 'fc-leniency-card',
  imports: [ChartCard, Plot, PlotTable, State, Whisker],
  templateUrl: './leniency-card.html',
  styleUrl: './leniency-card.css',
})
export class LeniencyCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  readonly assessors = input.required<CalibrationResults['assessors']>();

  protected readonly end = computed(() => {
    const all = this.assessors().flatMap(({ mean, interval }) => [mean ?? 0, interval?.low ?? 0, interval?.high ?? 0]);
    const most = Math.max(...all.map(Math.abs));
    return ends.find((one) => one >= most) ?? 100;
  });
  protected readonly scale = computed(() => ({ from: -this.end(), to: this.end() }));
  protected readonly finding = computed(() => {
    const named = (lean: Assessor['lean']) =>
      this.assessors()
        .filter((one) => one.lean === lean)
        .map(({ assessor }) => assessor.name)
        .join(this.t('ui.list-comma'));
    const [lenient, strict] = [named('lenient'), named('strict')];
    if (!lenient && !strict) return this.t('calibration.lean.nobody');
    return [
      lenient ? this.t('calibration.lean.are-lenient', { names: lenient }) : '',
      strict ? this.t('calibration.lean.are-strict', { names: strict }) : '',
    ]
      .filter(Boolean)
      .join(' ');
  });

  /** Of the score, which runs from 0 to 100. */
  protected points(points: number | null): string {
    return points === null ? '–' : this.format.pointDigits(points / 100);
  }

  protected bounds({ interval }: Assessor): string {
    if (!interval) return '';
    const digits = (points: number) => this.format.pointDigits(points / 100);
    return this.t('calibration.bounds', { low: digits(interval.low), high: digits(interval.high) });
  }

  protected stands({ n, lean }: Assessor): { state: StateName; text: string } {
    if (n < minimumSharedSessions)
      return { state: 'none', text: this.t('calibration.verdict.too-few', { n, of: minimumSharedSessions }) };
    return lean === null
      ? { state: 'usual', text: this.t('calibration.lean.chance') }
      : { state: 'watch', text: this.t(`calibration.lean.${lean}`) };
  }

  protected readonly csv = (): string =>
    toCsv([
      ['assessor', 'n', 'mean', 'low', 'high', 'same as reference', 'of'],
      ...this.assessors().map(({ assessor, n, mean, interval, asReference }) => [
        ...[assessor.name, n, mean, interval?.low ?? null, interval?.high ?? null],
        ...[asReference?.same ?? null, asReference?.n ?? null],
      ]),
    ]);
}
