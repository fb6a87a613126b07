import type { ExamReport } from '@forecall/contracts';
import type { Formats } from '../../platform/format/formats.js';
import { formatFixed } from '../../platform/format/rate.js';

/** What else is known of a campaign: a name and what is said, each on how many it rests. */
export interface Fact {
  readonly name: string;
  readonly said: string;
}

const daySeconds = 86_400;

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export function reportFacts({ attempts, two, times }: ExamReport, t: Say, format: Formats): Fact[] {
  const fact = (key: string, values: Readonly<Record<string, string | number>>): Fact => ({
    name: t(`campaigns.report.fact.${key}`),
    said: t(`campaigns.report.fact.${key}-said`, values),
  });
  return [
    ...attempts.map(({ attempt, sat, passed }) => ({
      name: t('campaigns.report.fact.attempt', { n: attempt }),
      said: t('campaigns.report.fact.attempt-said', { passed, sat }),
    })),
    fact('marked-twice', { counts: format.countOver(two.twice, two.of) }),
    ...(two.meanDifference === null || two.largest === null
      ? []
      : [
          fact('apart', { mean: formatFixed(two.meanDifference, 1), largest: formatFixed(two.largest, 1) }),
          fact('verdicts', { counts: format.countOver(two.verdictsApart, two.twice) }),
        ]),
    ...(times.markingSeconds === null
      ? []
      : [fact('marking', { time: format.duration(times.markingSeconds), n: times.timed })]),
    ...(times.settlingDays === null
      ? []
      : [fact('settling', { time: format.duration(times.settlingDays * daySeconds) })]),
    ...(times.resitDays === null
      ? []
      : [fact('resit', { time: format.duration(times.resitDays * daySeconds), n: times.resits })]),
  ];
}
