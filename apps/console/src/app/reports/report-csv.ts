import type { InBoth } from '@forecall/contracts';
import type { MetricId } from '@forecall/domain';
import type { Say } from '../platform/i18n/texts.js';
import { toCsv } from '../ui/table/csv.js';
import type { Answered } from './answered.js';

/** How what is asked and its groups are called. */
export interface CsvNames {
  readonly metric: (metric: MetricId) => string;
  readonly dimension: (dimension: string) => string;
  readonly key: (dimension: string, key: string, name: InBoth | null) => string;
}

/** The numbers of a report as they are on the screen, by their names and unrounded, to be put into another program. */
export function reportCsv({ asked, table }: Answered, names: CsvNames, t: Say): string {
  const { by, metrics } = asked;
  const groups = by.map(names.dimension);
  const namesOf = (row: (typeof table.rows)[number]) =>
    by.map((dimension, index) => names.key(dimension, row.keys[index] ?? '', row.names[index] ?? null));
  if (asked.view === 'distribution')
    return toCsv([
      [...groups, t('reports.cases-head')],
      ...table.rows.map((row) => [...namesOf(row), row.cells[0]?.figure.n ?? null]),
    ]);
  const heads = metrics
    .map(names.metric)
    .flatMap((metric) => [metric, t('reports.csv-above', { metric }), t('reports.csv-below', { metric })]);
  return toCsv([
    [...groups, ...heads],
    ...table.rows.map((row) => [
      ...namesOf(row),
      ...row.cells.flatMap(({ figure }) => [figure.value, figure.numerator, figure.denominator]),
    ]),
  ]);
}
