import { computed, inject, type Signal } from '@angular/core';
import type { CardLine, Scorecard } from '@forecall/contracts';
import { definitionOf, isWithoutChance, type MetricId, type Reading } from '@forecall/domain';
import { FigureTexts } from '../../figures/index.js';
import { Formats } from '../../platform/format/formats.js';
import { noValue } from '../../platform/format/rate.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import type { Scale } from '../../ui/figure/whisker-geometry.js';
import type { StateName } from '../../ui/state/glyph.js';

const states: Readonly<Record<Reading, StateName>> = {
  met: 'usual',
  missed: 'watch',
  close: 'close',
  few: 'none',
  none: 'none',
};

/** How a line of a card is spoken of, in plain words. */
export interface CardWords {
  name(line: CardLine): string;
  /** "weight 3, since 1 Sep" */
  about(line: CardLine): string;
  value(metric: MetricId, value: number | null): string;
  /** "98 / 118"; of a mean the number of its cases. */
  counts(line: CardLine): string;
  interval(line: CardLine): string;
  state(line: CardLine): StateName;
  /** "Too close to call", "Not enough data (n = 4)" */
  reading(line: CardLine): string;
  /** The exams of one person are passed or not; they have no interval. */
  isOneExam(line: CardLine): boolean;
}

/** In a component's field: the words of the card that is shown. */
export function injectCardWords(card: Signal<Scorecard>): Signal<CardWords> {
  const t = injectTexts();
  const format = inject(Formats);
  const figures = inject(FigureTexts);
  return computed((): CardWords => {
    const { subject, from } = card();
    const isOneExam = ({ indicator }: CardLine) => subject.kind === 'rep' && isWithoutChance(indicator.metric);
    return {
      isOneExam,
      name: ({ indicator }) => figures.name()(indicator.metric),
      about: ({ indicator }) =>
        [
          t('scorecards.weight', { n: format.count(indicator.weight) }),
          ...(indicator.audience === 'all' ? [] : [t(`scorecards.audience.${indicator.audience}`)]),
          ...(indicator.from > from ? [t('scorecards.since', { day: format.day(indicator.from) })] : []),
          ...(indicator.setOn ? [t('scorecards.set-on', { day: format.day(indicator.setOn) })] : []),
        ].join(t('ui.list-comma')),
      value: (metric, value) => figures.value(metric, value),
      counts: ({ figure, indicator }) => {
        if (!figure || figure.value === null) return '';
        if (figure.denominator === null) return '';
        const isMean = definitionOf(indicator.metric).kind === 'mean';
        return isMean ? `n = ${format.count(figure.n)}` : format.countOver(figure.numerator, figure.denominator);
      },
      interval: (line) => {
        const interval = line.figure?.interval;
        if (!interval || isWithoutChance(line.indicator.metric)) return '';
        return figures.interval(line.indicator.metric, interval.low, interval.high);
      },
      state: ({ reading }) => states[reading],
      reading: (line) => {
        const { reading, figure } = line;
        if (figure === null) return t('scorecards.not-given');
        if (reading === 'few') return t('scorecards.reading.not-enough', { n: format.count(figure.n) });
        return isOneExam(line) ? t(`scorecards.exam.${reading}`) : t(`scorecards.reading.${reading}`);
      },
    };
  });
}

/** The scale of a line: from a little under the least to a little over the most of what is drawn on it. */
export function scaleOf({ indicator, figure, group }: CardLine): Scale {
  const drawn = [indicator.target, figure?.value, figure?.interval?.low, figure?.interval?.high, group?.value].filter(
    (value): value is number => typeof value === 'number',
  );
  const [least, most] = [Math.min(...drawn), Math.max(...drawn)];
  const room = Math.max((most - least) * 0.18, 1e-6);
  const { kind, scale } = definitionOf(indicator.metric);
  const [low, high] = [scale?.low ?? 0, scale?.high ?? (kind === 'proportion' ? 1 : Number.POSITIVE_INFINITY)];
  return { from: Math.max(low, least - room), to: Math.min(high, most + room) };
}

export const orDash = (text: string): string => (text === '' ? noValue : text);
