import { inject } from '@angular/core';
import type { AccountHealthReply } from '@forecall/contracts';
import { Formats } from '../platform/format/formats.js';
import { injectNameOf } from '../platform/i18n/name-of.js';
import { injectTexts } from '../platform/i18n/texts.js';

export type HealthSignal = AccountHealthReply['signals'][number];

/** More than these are counted, not named. */
const named = 3;

/** In a component's field: what a signal was reckoned from, in one sentence. */
export function injectEvidenceWords(): (signal: HealthSignal) => string {
  const t = injectTexts();
  const format = inject(Formats);
  const nameOf = injectNameOf();
  const list = (words: readonly string[]): string => {
    const shown = words.slice(0, named).join(t('health.comma'));
    return words.length > named ? t('health.and-more', { shown, count: words.length - named }) : shown;
  };
  return ({ signal, hasData, evidence, points }) => {
    if (!hasData) return t(`health.no-data.${signal}`);
    const { complaints = [], answers, silence, revenue, promises = [], person, trainedOn } = evidence;
    if (signal === 'overdue-complaints' && complaints.length > 0) return list(complaints.map(({ number }) => number));
    if (answers) return t('health.evidence.answers', { low: answers.low, count: answers.n });
    if (silence)
      return t('health.evidence.silence', {
        date: format.date(silence.lastAt),
        ago: t('health.ago', { count: silence.days }),
        every: t('health.every', { count: Math.round(silence.medianGapDays * 10) / 10 }),
      });
    if (revenue && revenue.yearBefore > 0) {
      const change = (100 * (revenue.now - revenue.yearBefore)) / revenue.yearBefore;
      return t(change < 0 ? 'health.evidence.revenue-down' : 'health.evidence.revenue-up', {
        percent: Math.abs(Math.round(change)),
      });
    }
    if (signal === 'broken-promises' && promises.length > 0)
      return list(
        promises.map(({ what, dueAt, keptAt }) =>
          t(keptAt === null ? 'health.evidence.promise-not-kept' : 'health.evidence.promise-kept-late', {
            ...{ what, due: format.date(dueAt), kept: format.date(keptAt ?? dueAt) },
          }),
        ),
      );
    if (person) return t(points > 0 ? 'health.evidence.gone' : 'health.evidence.there', { name: nameOf(person) });
    if (signal === 'no-training' && trainedOn) return t('health.evidence.trained', { date: format.day(trainedOn) });
    if (signal === 'no-training') return t('health.evidence.never-trained');
    return t(`health.none.${signal}`);
  };
}
