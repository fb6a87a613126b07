import type { CellPart, TextSource } from '@forecall/contracts';
import type { CellReader, Cells } from './cells.js';
import { refuseCell } from './fault.js';

/** What people wrote; empty where nothing is there. Characters that PostgreSQL cannot keep are refused. */
export function textReader(source: TextSource, cells: CellReader, usedBy: string): (cells: Cells) => string {
  if ('text' in source) return () => source.text;
  if ('column' in source) {
    const { column } = source;
    const read = cells.field(column, usedBy);
    return (row) => inCase(partOf(keepable(read(row), column), source), source.case);
  }
  const { columns, join } = source;
  const reads = columns.map((column) => ({ column, read: cells.field(column, usedBy) }));
  return (row) =>
    reads
      .map(({ column, read }) => keepable(read(row), column))
      .filter((text) => text !== '')
      .join(join);
}

/** One part of a cell; blank where the cell has fewer. */
export function partOf(text: string, { split, part }: CellPart): string {
  if (split === undefined || part === undefined) return text;
  return (
    text
      .split(split)
      .at(part > 0 ? part - 1 : part)
      ?.trim() ?? ''
  );
}

function inCase(text: string, form: 'lower' | 'upper' | undefined): string {
  if (form === undefined) return text;
  return form === 'lower' ? text.toLowerCase() : text.toUpperCase();
}

/** The NUL character and halves of characters cannot be stored. */
export function keepable(text: string, column: string): string {
  return text.includes('\0') || !text.isWellFormed()
    ? refuseCell(column, 'unreadable-character', '', 'holds a character that cannot be kept')
    : text;
}
