import type { ImportPreset } from '@forecall/contracts';
import { Refusal } from '../refusal.js';
import type { FileRecord, UnreadableCell } from '../reading/records.js';
import { type CellForms, cellText, type RawCell, shortEnough } from './cell.js';
import { type RawRow, sheetRows } from './sheet-rows.js';
import { openWorkbook, type Sheet, type Workbook } from './workbook.js';

type SheetForm = Pick<ImportPreset['file'], 'sheet' | 'skipLines' | 'columns' | 'decimal' | 'missing'>;

/**
 * The records of a sheet, those of hidden rows too. Numbers come with the decimal sign that the preset names, so that
 * they are read by the same rule as numbers written as text.
 */
export async function* sheetRecords(path: string, file: SheetForm): AsyncGenerator<FileRecord> {
  const workbook = await openWorkbook(path);
  try {
    for (const sheet of sheetsToRead(workbook, file.sheet)) {
      let width = file.columns?.length;
      let isBlank = true;
      for await (const row of sheetRows(workbook, sheet.part)) {
        if (row.number <= file.skipLines) continue;
        const record = await recordOf(row, { workbook, file, width: width ?? 0 });
        if (!record) continue;
        isBlank = false;
        width ??= record.cells.length;
        yield record;
      }
      if (!isBlank) return;
    }
  } finally {
    await workbook.close();
  }
}

function sheetsToRead({ sheets }: Workbook, name: string | undefined): readonly Sheet[] {
  if (name === undefined) return sheets;
  const found = sheets.find((sheet) => sheet.name.trim().normalize('NFC') === name.trim().normalize('NFC'));
  if (found) return [found];
  const names = sheets.map((sheet) => sheet.name).join(', ');
  throw new Refusal(`The workbook has no sheet "${name}". It has: ${names}.`, {
    code: 'no-such-sheet',
    sheet: name,
    names,
  });
}

/** Undefined where nothing but spaces is in the row. Sheets leave out blank cells; the header says how many there are. */
async function recordOf(
  { number, cells }: RawRow,
  { workbook, file, width }: { workbook: Workbook; file: SheetForm; width: number },
): Promise<FileRecord | undefined> {
  const forms: CellForms = { styles: workbook.styles, dateSystem: workbook.dateSystem, decimal: file.decimal };
  const texts: string[] = [];
  const unreadable: UnreadableCell[] = [];
  for (const cell of cells) {
    const text = cell.type === 's' ? await sharedText(cell, workbook) : cellText(cell, forms);
    while (texts.length < cell.place) texts.push('');
    if (typeof text === 'string') texts[cell.place] = text;
    else {
      texts[cell.place] = text.value;
      // `#N/A` may be what the preset knows to stand for nothing.
      if (!file.missing.includes(text.value) || text.value === '') unreadable.push({ place: cell.place, ...text });
    }
  }
  if (unreadable.length === 0 && texts.every((text) => text.trim() === '')) return undefined;
  while (texts.length < width) texts.push('');
  const record = { line: number, cells: texts, isMisquoted: false };
  return unreadable.length > 0 ? { ...record, unreadable } : record;
}

async function sharedText(cell: RawCell, { texts }: Workbook): Promise<ReturnType<typeof shortEnough>> {
  const index = Number(cell.value ?? NaN);
  const known = texts.at(index);
  if (known !== undefined) return shortEnough(known);
  const isThere = Number.isInteger(index) && index >= 0 && (await texts.readTo(index));
  if (isThere) return shortEnough(texts.at(index) ?? '');
  return {
    code: 'unreadable-character',
    value: cell.value ?? '',
    message: 'refers to a text that the workbook does not have',
  };
}
