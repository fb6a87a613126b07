import type { ImportPreset } from '@forecall/contracts';
import { Refusal } from '../refusal.js';
import { sheetRecords } from '../workbook/sheet-records.js';
import type { RowFault } from './fault.js';
import { needSignature } from './signature.js';
import { textRecords } from './text-records.js';

/** A cell of a workbook that holds no value that can be taken. The message is read after the column's name. */
export interface UnreadableCell extends Pick<RowFault, 'code' | 'value' | 'message'> {
  /** Counted from 0. */
  readonly place: number;
}

export interface FileRecord {
  /** Where the record begins in the file, counted from 1, the header included; in a workbook, the number of the row. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Quotation marks stand where none may stand, so that nobody can say where the cells end. */
  readonly isMisquoted: boolean;
  readonly unreadable?: readonly UnreadableCell[];
}

/** The records of a file in order, the header first if it has one. Wholly blank ones are left out. */
export async function* recordsOf(path: string, file: ImportPreset['file']): AsyncGenerator<FileRecord> {
  await needSignature(path, file.format);
  let count = 0;
  for await (const record of file.format === 'xlsx' ? sheetRecords(path, file) : textRecords(path, file)) {
    count += 1;
    yield record;
  }
  if (count === 0) throw new Refusal('The file is empty.', { code: 'empty-file' });
  if (count === 1 && !file.columns)
    throw new Refusal('The file has a header and no rows below it.', { code: 'no-rows' });
}
