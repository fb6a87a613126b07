import type { LocaleName } from '@forecall/contracts';
import type { PageEnd } from '../platform/http/page-cursor.js';
import type { Sql } from '../platform/database/database.js';

/** `time`: an instant as the API writes it; it is shown in the organisation's zone, which the column's head names. */
export type CellKind = 'text' | 'number' | 'time';

export interface ExportColumn<Row> {
  readonly en: string;
  readonly zh: string;
  readonly kind: CellKind;
  readonly value: (row: Row, locale: LocaleName) => string | number | null;
}

/** What is exported: the rows of a list within the sight of who asks, page by page in its order. */
export interface ExportTable<Row extends PageEnd> {
  readonly page: 'contacts' | 'complaints' | 'report';
  /** What the file is called; left out, by its page and the day. */
  readonly name?: string;
  readonly columns: readonly ExportColumn<Row>[];
  /** false: the file begins with the first row. */
  readonly hasHeads?: boolean;
  /** A last line below the rows. */
  readonly remark?: Readonly<Record<LocaleName, string>> | null;
  /** As they were asked for, for the audit trail. */
  readonly filters: object;
  readonly read: (sql: Sql, after: PageEnd | undefined, limit: number) => Promise<Row[]>;
}

export type ExportFormat = 'csv' | 'xlsx';

/** A page of the export as it is written: text, numbers, and times of the zone's clocks as "2026-11-28 14:30:05". */
export type WrittenRow = readonly (string | number | null)[];

/** Takes rows and gives the file, in parts or as a whole at the end. */
export interface ExportWriter {
  /** `heads` null: none. */
  begin(kinds: readonly CellKind[], heads: readonly string[] | null): void;
  write(rows: readonly WrittenRow[]): string | null;
  /** `remark`: a last line below the rows. */
  end(remark: string | null): Promise<string | Buffer | null>;
  /** Where the export is broken off. */
  close(): void;
}
