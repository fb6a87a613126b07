import { computed, inject, type Signal } from '@angular/core';
import { minimumContacts, wilsonInterval } from '@forecall/domain';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { toCsv } from '../ui/table/csv.js';
import type { Column } from '../ui/table/table.js';
import { dayMilliseconds, type Grain, quarterMilliseconds, type Stretch, stretchRate } from './stretches.js';

const spans: Record<Grain, number> = {
  quarter: quarterMilliseconds,
  hour: 4 * quarterMilliseconds,
  day: dayMilliseconds,
};

/** The same numbers as the day's chart, as the columns of a table. */
export function dayColumns(
  limits: Signal<ReadonlyMap<number, number>>,
  grain: Signal<Grain>,
  alarmSince: Signal<string | null>,
): Signal<Column<Stretch>[]> {
  const t = injectTexts();
  const format = inject(Formats);
  const interval = (stretch: Stretch): string => {
    if (stretchRate(stretch) === null) return '';
    const { low, high } = wilsonInterval(stretch.numerator, stretch.denominator);
    return format.interval(low, high);
  };
  const limit = ({ denominator }: Stretch): string => {
    const high = denominator < minimumContacts ? undefined : limits().get(denominator);
    return high === undefined ? '' : format.rate(high);
  };
  const reading = (stretch: Stretch): string => {
    const rate = stretchRate(stretch);
    const high = limits().get(stretch.denominator);
    if (rate === null) return t('board.n', { n: stretch.denominator });
    if (high !== undefined && rate > high) return t('board.chart-beyond');
    const since = alarmSince();
    const isWithin = since !== null && Date.parse(stretch.from) + spans[grain()] > Date.parse(since);
    return isWithin ? t('board.chart-within') : '';
  };
  const number = { isNumber: true };
  const onWideScreens = { isNumber: true, isWideOnly: true };
  return computed(() => [
    grain() === 'day'
      ? { id: 'from', label: t('board.table-day'), text: ({ from }) => format.date(from) }
      : { id: 'from', label: t('board.table-from'), text: ({ from }) => format.time(from) },
    {
      id: 'complaints',
      label: t('board.table-complaints'),
      ...number,
      text: ({ numerator }) => format.count(numerator),
    },
    {
      id: 'contacts',
      label: t('board.table-contacts'),
      ...number,
      text: ({ denominator }) => format.count(denominator),
    },
    { id: 'rate', label: t('board.table-rate'), ...number, text: (stretch) => format.rate(stretchRate(stretch)) },
    { id: 'interval', label: t('board.table-interval'), ...onWideScreens, text: interval },
    { id: 'limit', label: t('board.table-limit'), ...onWideScreens, text: limit },
    { id: 'reading', label: t('board.table-reading'), isWideOnly: true, text: reading },
  ]);
}

export const dayCsv = (stretches: readonly Stretch[]): string =>
  toCsv([
    ['from', 'complaints', 'contacts', 'rate'],
    ...stretches.map((stretch) => [stretch.from, stretch.numerator, stretch.denominator, stretchRate(stretch) ?? '']),
  ]);
