import type { ImportPreset } from '@forecall/contracts';
import { Refusal } from '../refusal.js';
import { type FileRecord, recordsOf } from './records.js';

export const mostColumns = 500;

/** The column that the file of refused rows has besides: it is no data, whoever sends that file again. */
export const refusedColumn = 'What is wrong (Forecall)';

/** Which columns a file has, and where. */
export interface Header {
  readonly names: readonly string[];
  readonly place: ReadonlyMap<string, number>;
}

export function headerOf(names: readonly string[]): Header {
  const trimmed = names.map((name) => name.trim().normalize('NFC'));
  // The first of two columns with one name would hide the second.
  const once = trimmed.flatMap((name, index) =>
    trimmed.indexOf(name) === trimmed.lastIndexOf(name) ? [[name, index] as const] : [],
  );
  return { names: trimmed, place: new Map(once) };
}

/** The first record of a file, or the columns that the preset gives to a file without a header. */
export async function readHeader(path: string, file: ImportPreset['file']): Promise<Header> {
  if (file.columns) return headerOf(file.columns);
  for await (const record of recordsOf(path, file)) return headerOf(soundHeader(record));
  throw new Refusal('The file is empty.', { code: 'empty-file' });
}

/** Nothing below a header can be read that cannot be read itself. */
function soundHeader({ line, cells, isMisquoted, unreadable }: FileRecord): readonly string[] {
  if (isMisquoted)
    throw new Refusal(`The header (line ${line}) has quotation marks where none may stand.`, {
      code: 'misquoted-header',
      line,
    });
  const [cell] = unreadable ?? [];
  if (cell)
    throw new Refusal(`In the header (line ${line}), column ${cell.place + 1} ${cell.message}.`, {
      code: 'unreadable-header',
      line,
      column: cell.place + 1,
    });
  if (cells.length > mostColumns)
    throw new Refusal(
      `The header (line ${line}) has ${cells.length} columns; the most is ${mostColumns}. Is the delimiter another?`,
      { code: 'too-many-columns', line, columns: cells.length, limit: mostColumns },
    );
  if (cells.some((name) => name.includes('\0') || !name.isWellFormed()))
    throw new Refusal(
      `The header (line ${line}) has characters that are no text (NUL): the file is in another encoding, perhaps utf-16le, or no text.`,
      { code: 'no-text', line },
    );
  return cells;
}

/** The place of a column; what uses it is named where the file lacks it. */
export function placeOf(header: Header, column: string, usedBy: string): number {
  const place = header.place.get(column.trim().normalize('NFC'));
  if (place !== undefined) return place;
  throw new Refusal(
    header.names.includes(column)
      ? `The file has the column "${column}" twice; ${usedBy} cannot tell which is meant.`
      : `The file has no column "${column}", which the preset uses at ${usedBy}. It has: ${header.names.join(', ')}.`,
    { code: header.names.includes(column) ? 'column-twice' : 'no-such-column', column, usedBy },
  );
}
