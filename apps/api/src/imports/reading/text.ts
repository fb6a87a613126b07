import type { TextSource } from '../preset/source.js';
import type { CellReader, Cells } from './cells.js';
import { refuseCell } from './fault.js';

/** What people wrote; empty where nothing is there. The one character that PostgreSQL cannot keep is refused. */
export function textReader(source: TextSource, cells: CellReader, usedBy: string): (cells: Cells) => string {
  if ('text' in source) return () => source.text;
  const columns = 'column' in source ? [source.column] : source.columns;
  const join = 'join' in source ? source.join : '';
  const reads = columns.map((column) => ({ column, read: cells.field(column, usedBy) }));
  return (row) =>
    reads
      .map(({ column, read }) => keepable(read(row), column))
      .filter((text) => text !== '')
      .join(join);
}

export function keepable(text: string, column: string): string {
  return text.includes('\0')
    ? refuseCell(column, 'unreadable-character', '', 'holds a character that cannot be kept')
    : text;
}
