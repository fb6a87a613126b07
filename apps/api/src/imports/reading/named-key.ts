import {
  type AccountSource,
  mostReasonLevels,
  type ReasonSource,
  showsSomething,
  type StaffSource,
  type UnitSource,
} from '@forecall/contracts';
import { type CellReader, type Cells, needText } from './cells.js';
import type { NamedKey } from './draft.js';
import { refuseCell } from './fault.js';
import { keepable, partOf } from './text.js';

/** Somebody or some customer; null where the cell is blank or stands for nobody. */
export function namedKeyReader(
  source: StaffSource | AccountSource,
  cells: CellReader,
  usedBy: string,
): (cells: Cells) => NamedKey | null {
  const { column, none } = source;
  const read = cells.field(column, usedBy);
  const readName = source.name === undefined ? undefined : cells.field(source.name, `${usedBy}.name`);
  return (row) => {
    const key = oneLine(partOf(keepable(read(row), column), source));
    if (key === '' || none.includes(key)) return null;
    return { key: short(key, column), name: short(oneLine(readName?.(row) ?? '') || key, source.name ?? column) };
  };
}

export function reasonReader(
  { columns, none, split }: ReasonSource,
  cells: CellReader,
  usedBy: string,
): (cells: Cells) => string[] | null {
  const reads = columns.map((column) => ({ column, read: cells.field(column, usedBy) }));
  return (row) => {
    const path: string[] = [];
    for (const { column, read } of reads) {
      const cell = keepable(read(row), column);
      const words = (split === undefined ? [cell] : levelsOf(cell, split)).map(oneLine);
      const known = words.findIndex((word) => word === '' || none.includes(word));
      path.push(...words.slice(0, known < 0 ? undefined : known).map((word) => short(word, column)));
      if (known >= 0) break;
    }
    return path.length > 0 ? path : null;
  };
}

/** What stands deeper than reasons go stays together in the last of them. */
function levelsOf(cell: string, split: string): string[] {
  const parts = cell.split(split);
  return [...parts.slice(0, mostReasonLevels - 1), parts.slice(mostReasonLevels - 1).join(split)].slice(
    0,
    parts.length,
  );
}

export function unitReader(source: UnitSource, cells: CellReader, usedBy: string): (cells: Cells) => string {
  if (typeof source === 'string') return () => source;
  const read = cells.field(source.column, usedBy);
  return (row) => short(oneLine(needText(keepable(read(row), source.column), source.column)), source.column);
}

export const oneLine = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();

const longestName = 200;

/** A name that people can read, and an index can hold. */
export function short(text: string, column: string | null): string {
  if (text.length > longestName)
    return refuseCell(column, 'out-of-range', text, `is longer than ${longestName} characters`, {
      ...{ rule: 'characters', values: { most: longestName } },
    });
  if (text !== '' && !showsSomething(text)) return refuseCell(column, 'invisible', codePoints(text), 'shows nothing');
  return text;
}

/** What cannot be seen, so that it can: U+200B. */
const codePoints = (text: string): string =>
  [...text]
    .slice(0, mostCodePoints)
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
const mostCodePoints = 10;
