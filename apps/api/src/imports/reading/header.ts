import type { Preset } from '../preset/preset.js';
import { Refusal } from '../refusal.js';
import { recordsOf } from './records.js';

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
export async function readHeader(path: string, file: Preset['file']): Promise<Header> {
  if (file.columns) return headerOf(file.columns);
  for await (const { cells } of recordsOf(path, file)) return headerOf(cells);
  throw new Refusal(`${path} is empty.`);
}

/** The place of a column; what uses it is named where the file lacks it. */
export function placeOf(header: Header, column: string, usedBy: string): number {
  const place = header.place.get(column.trim().normalize('NFC'));
  if (place !== undefined) return place;
  throw new Refusal(
    header.names.includes(column)
      ? `The file has the column "${column}" twice; ${usedBy} cannot tell which is meant.`
      : `The file has no column "${column}", which the preset uses at ${usedBy}. It has: ${header.names.join(', ')}.`,
  );
}
