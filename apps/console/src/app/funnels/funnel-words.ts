import { computed, inject, type Signal } from '@angular/core';
import type { FunnelReply, FunnelUnit } from '@forecall/contracts';
import { Formats } from '../platform/format/formats.js';
import { noValue } from '../platform/format/rate.js';
import { Locale } from '../platform/i18n/locale.js';
import { injectTexts } from '../platform/i18n/texts.js';
import type { StateName } from '../ui/state/glyph.js';
import { judgedOf } from './funnel-rows.js';

/** How a unit is spoken of, in plain words. */
export interface FunnelWords {
  /** By name, as oneself, or as a colleague without a name. */
  name(unit: FunnelUnit): string;
  standing(unit: FunnelUnit): string;
  /** "46" or "3.2" */
  expected(complaints: number): string;
  state(unit: FunnelUnit): StateName;
  /** "83.1%, 98 / 118" */
  counts(unit: FunnelUnit): string;
  /** Whether it is chance, in a sentence or two. */
  said(unit: FunnelUnit): string;
  /** How many more would tell; empty where that is no question. */
  more(unit: FunnelUnit): string;
  shrunk(unit: FunnelUnit): string;
  /** What is read of a dot. */
  lines(unit: FunnelUnit): string[];
}

/** In a component's field: the words of the funnel that is shown. */
export function injectFunnelWords(reply: Signal<FunnelReply>): Signal<FunnelWords> {
  const t = injectTexts();
  const format = inject(Formats);
  const locale = inject(Locale).name;
  return computed((): FunnelWords => {
    const { metric, by, target, fewest, definition, leftOut } = reply();
    const rate = (value: number | null | undefined): string => format.rate(value ?? null);
    /** Of shares "83.1% of 118"; of complaints both counts, for few of them come to a rate. */
    const whole = { target: rate(target?.value), unit: t(`funnels.one.${by}`), metric: t(`funnels.of.${metric}`) };
    const values = (unit: FunnelUnit) => ({
      ...whole,
      ...{ rate: rate(unit.raw), n: format.count(unit.n), k: format.count(unit.numerator), fewest },
      ...{ expected: words.expected(unit.alike?.expected ?? 0), colleagues: t(`funnels.alike.${by}`) },
    });
    const isHardlyAny = ({ alike, n }: FunnelUnit) => alike?.rate === null && n >= fewest;
    const kind = definition.kind;
    const words: FunnelWords = {
      name: ({ name, isOwn }) => {
        const written = name?.[locale()];
        if (isOwn && by === 'rep') return t('funnels.you');
        return written ?? t(`funnels.unnamed.${by}`);
      },
      standing: (unit) =>
        isHardlyAny(unit)
          ? t('funnels.standing.hardly-any')
          : t(`funnels.standing.${unit.standing ?? 'alone'}`, { n: format.count(unit.n) }),
      expected: (complaints) => (complaints < 9.95 ? complaints.toFixed(1) : format.count(Math.round(complaints))),
      state: ({ standing }) =>
        standing === null || standing === 'too-few' ? 'none' : standing === 'look-worse' ? 'watch' : 'usual',
      counts: ({ raw, numerator, n }) => `${rate(raw)}, ${format.countOver(numerator, n)}`,
      said: (unit) => {
        if (isHardlyAny(unit)) return t('funnels.alike.hardly-any', values(unit));
        if (unit.standing === 'too-few')
          return t(unit.raw === null ? `funnels.said.no-rate` : 'funnels.said.too-few', values(unit));
        if (unit.standing === null || unit.limits === null)
          return t(leftOut ? 'funnels.said.alone' : 'funnels.said.nobody');
        const said = unit.alike ? 'alike' : 'said';
        if (unit.standing !== 'within-chance') return t(`funnels.${said}.${unit.standing}`, values(unit));
        const { low, high } = unit.limits.inner;
        const { rate: judged } = judgedOf(unit);
        const isOften = judged !== null && judged >= low && judged <= high;
        if (unit.alike) return t(`funnels.alike.${isOften ? 'often' : 'seldom'}`, values(unit));
        return t(`funnels.said.${isOften ? 'often' : 'seldom'}.${kind}`, values(unit));
      },
      more: (unit) => {
        const { standing, more, n, raw } = unit;
        if (isHardlyAny(unit)) return '';
        if (standing === 'too-few') {
          const left = (raw === null && by === 'team' ? 5 : fewest) - n;
          return t(`funnels.more.until.${metric}`, { count: left });
        }
        if (standing !== 'within-chance') return '';
        return more === null
          ? t('funnels.more.never')
          : t(`funnels.more.tell.${metric}`, { count: more, n: format.count(more) });
      },
      shrunk: (unit) => {
        if (unit.shrunk === null) return '';
        const weight = unit.shrunk.weight;
        const key = weight === 0 ? 'all-alike' : 'drawn';
        const whose = unit.isOwn && by === 'rep' ? `${key}-own` : key;
        return t(`funnels.shrunk.${whose}`, {
          ...values(unit),
          ...{ rate: rate(judgedOf(unit).rate), weight: rate(weight).replace('.0%', '%') },
        });
      },
      lines: (unit) => [
        ...(unit.alike ? [t('funnels.read.alike', { rate: rate(unit.alike.rate) })] : []),
        words.counts(unit),
        ...(unit.shrunk ? [t('funnels.read.shrunk', { rate: rate(unit.shrunk.value) })] : []),
        ...(unit.limits
          ? [t('funnels.read.limits', { range: format.interval(unit.limits.outer.low, unit.limits.outer.high) })]
          : []),
        ...(unit.standing === null ? [] : [words.standing(unit)]),
      ],
    };
    return words;
  });
}

export const rateOrNone = (format: Formats, rate: number | null | undefined): string =>
  typeof rate === 'number' ? format.rate(rate) : noValue;
