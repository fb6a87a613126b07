import { stringify } from 'csv-stringify/sync';
import type { CellKind, ExportWriter, WrittenRow } from './export-table.js';

/** Spreadsheet programs read UTF-8 by it. */
const byteOrderMark = '\uFEFF';

/**
 * RFC 4180 with lines that end in CRLF. Text that a spreadsheet would run as a formula gets an apostrophe in front: that
 * which begins with = + - @, a tab or a return, also in full width.
 */
export class CsvWriter implements ExportWriter {
  private first = byteOrderMark;

  begin(_kinds: readonly CellKind[], heads: readonly string[] | null): void {
    this.first += this.text(heads ? [heads] : []);
  }

  write(rows: readonly WrittenRow[]): string {
    const text = this.first + this.text(rows);
    this.first = '';
    return text;
  }

  async end(remark: string | null): Promise<string> {
    return this.write(remark === null ? [] : [[remark]]);
  }

  close(): void {
    this.first = '';
  }

  private text(rows: readonly WrittenRow[]): string {
    return rows.length === 0
      ? ''
      : stringify(rows as unknown[][], { record_delimiter: 'windows', escape_formulas: true });
  }
}
