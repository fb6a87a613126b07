import { statSync } from 'node:fs';
import type { DetectionQuery, ImportDetection } from '@forecall/contracts';
import { bytesAt, needSignature, signatureOfFile } from '../reading/signature.js';
import { Refusal } from '../refusal.js';
import { sheetRecords } from '../workbook/sheet-records.js';
import { openWorkbook } from '../workbook/workbook.js';
import { detectTable, detectText, mostRows, type SampleRow } from './detect.js';

const sampleBytes = 262_144;

/**
 * How a file seems to be written and what its columns hold, by its beginning and never by its name. What somebody who
 * has looked at it says (`given`) is taken as said.
 */
export async function detectFile(path: string, given: DetectionQuery = {}): Promise<ImportDetection> {
  const isWorkbook = (await signatureOfFile(path)) === 'zip';
  // Old and encrypted workbooks are refused, with what to do instead.
  await needSignature(path, isWorkbook ? 'xlsx' : 'csv');
  const found = isWorkbook ? await detectWorkbook(path, given) : await detectTextFile(path, given);
  if (found.columns.length === 0) throw new Refusal('The file is empty.', { code: 'empty-file' });
  return found;
}

async function detectTextFile(path: string, given: DetectionQuery): Promise<ImportDetection> {
  const bytes = await bytesAt(path, 0, sampleBytes);
  return detectText(bytes, bytes.length >= statSync(path).size, given);
}

async function detectWorkbook(path: string, given: DetectionQuery): Promise<ImportDetection> {
  const sheets = await sheetNames(path);
  const rows: SampleRow[] = [];
  let sheet: string | null = null;
  for (const name of given.sheet === undefined ? sheets : [given.sheet]) {
    const form = { sheet: name, skipLines: 0, columns: [], decimal: '.' as const, missing: [] };
    for await (const record of sheetRecords(path, form)) {
      rows.push({ line: record.line, cells: record.cells.map((cell) => cell.trim()) });
      if (rows.length > mostRows) break;
    }
    sheet = name;
    if (rows.length > 0) break;
  }
  const table = detectTable(rows, rows.length <= mostRows, given);
  return { format: 'xlsx', encoding: null, delimiter: null, quote: null, sheets, sheet, ...table };
}

async function sheetNames(path: string): Promise<string[]> {
  const workbook = await openWorkbook(path);
  await workbook.close();
  return workbook.sheets.map(({ name }) => name);
}
