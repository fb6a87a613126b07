import type { LocaleName } from '@forecall/contracts';
import type { PageEnd } from '../platform/http/page-cursor.js';
import type { CellKind, ExportTable, WrittenRow } from './export-table.js';

export interface Written<Row> {
  readonly kinds: readonly CellKind[];
  readonly heads: readonly string[] | null;
  /** Today in the zone, for the file's name. */
  readonly day: string;
  readonly row: (row: Row) => WrittenRow;
}

/** Rows of a table as they are written: in the language, with times as the zone's clocks show them. */
export function written<Row extends PageEnd>(
  { columns, hasHeads = true }: Pick<ExportTable<Row>, 'columns' | 'hasHeads'>,
  locale: LocaleName,
  zone: string,
): Written<Row> {
  // Swedish writes a moment as ISO 8601 does.
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  return {
    kinds: columns.map(({ kind }) => kind),
    heads: hasHeads
      ? columns.map((column) => (column.kind === 'time' ? `${column[locale]} (${zone})` : column[locale]))
      : null,
    day: clock.format(new Date()).slice(0, 10),
    row: (row) =>
      columns.map(({ kind, value }) => {
        const given = value(row, locale);
        return kind === 'time' && given !== null ? clock.format(new Date(given)) : given;
      }),
  };
}
