import type { DetectionQuery, ImportColumn, ImportDetection } from '@forecall/contracts';
import { mostColumns } from '../reading/header.js';
import { Refusal } from '../refusal.js';
import { detectColumn } from './column.js';
import { detectEncoding } from './encoding.js';
import { detectMoments } from './moments.js';
import { detectNumberSigns, type NumberSigns } from './numbers.js';
import { detectSigns } from './signs.js';
import { splitRecords } from './split-records.js';
import { isMissingWord } from './words.js';

/** Rows looked at. */
export const mostRows = 2_000;

export interface SampleRow {
  /** Where it stands in the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** How a delimited text seems to be written, by its beginning. `isWhole`: there is no more of it. */
export function detectText(bytes: Uint8Array, isWhole: boolean, given: DetectionQuery = {}): ImportDetection {
  const encoding = given.encoding
    ? { name: given.encoding, sureness: 'sure' as const, suspected: null }
    : detectEncoding(bytes);
  const decoded = new TextDecoder(encoding.name).decode(bytes, { stream: true }).replaceAll(/\r\n?/g, '\n');
  // The last line may be cut off.
  const text = isWhole ? decoded : decoded.slice(0, decoded.lastIndexOf('\n') + 1) || decoded;
  const signs = detectSigns(text, given.delimiter);
  const records = splitRecords(text, signs, mostRows + 1);
  return {
    format: 'csv',
    encoding,
    ...signs,
    sheets: [],
    sheet: null,
    ...detectTable(records, isWhole && records.length <= mostRows, given),
  };
}

type DetectedTable = Omit<ImportDetection, 'format' | 'encoding' | 'delimiter' | 'quote' | 'sheets' | 'sheet'>;

/** What the rows of a table, from its first line, seem to hold: header, numbers, words for nothing, columns. */
export function detectTable(
  records: readonly SampleRow[],
  isWhole: boolean,
  given: DetectionQuery = {},
): DetectedTable {
  const width = usualWidth(records);
  const { skipLines } = given;
  const first = records.findIndex(({ line, cells }) =>
    skipLines === undefined ? filled(cells) >= Math.max(1, Math.ceil(width * 0.6)) : line > skipLines,
  );
  const [header, ...rest] = records.slice(Math.max(first, 0));
  const missing = missingWordsOf(rest);
  const hasHeader =
    header !== undefined && (given.header ? given.header === 'yes' : isHeader(header.cells, rest, new Set(missing)));
  const rows = hasHeader || header === undefined ? rest : [header, ...rest];
  const known = hasHeader ? missing : missingWordsOf(rows);
  const numbers = detectNumberSigns(rows.flatMap(({ cells }) => cells));
  return {
    skipLines: skipLines ?? (header ? header.line - 1 : 0),
    hasHeader,
    ...numbers,
    missing: known,
    rows: rows.length,
    isWhole,
    columns: columnsOf(hasHeader ? header.cells : undefined, rows, { numbers, missing: new Set(known) }),
  };
}

function columnsOf(
  header: readonly string[] | undefined,
  rows: readonly SampleRow[],
  by: { readonly numbers: NumberSigns; readonly missing: ReadonlySet<string> },
): ImportColumn[] {
  const width = widthOf(header, rows);
  if (width > mostColumns)
    throw new Refusal(`The file has ${width} columns; the most is ${mostColumns}. Is it a table?`, {
      code: 'too-many-columns',
      columns: width,
      limit: mostColumns,
    });
  return Array.from({ length: width }, (_, place) => {
    const name = header?.[place]?.normalize('NFC') || `Column ${place + 1}`;
    return detectColumn(
      name,
      rows.map(({ cells }) => cells[place] ?? ''),
      by,
    );
  });
}

const widthOf = (header: readonly string[] | undefined, rows: readonly SampleRow[]): number =>
  header ? lastFilled(header) : Math.max(0, ...rows.map(({ cells }) => lastFilled(cells)));

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell !== '').length;
const lastFilled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell !== '') + 1;

/** How many cells most rows have something in: titles above a header have few. */
function usualWidth(records: readonly SampleRow[]): number {
  const widths = records.map(({ cells }) => filled(cells)).toSorted((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? 1;
}

function missingWordsOf(rows: readonly SampleRow[]): string[] {
  const found = new Set<string>();
  for (const { cells } of rows) for (const cell of cells) if (isMissingWord(cell)) found.add(cell);
  return [...found].toSorted();
}

/** So many cells tell whether a column is of numbers or moments. */
const cellsTried = 20;

/** Names in different words, none a number or moment, above columns whose cells are of another kind or other words. */
function isHeader(names: readonly string[], rows: readonly SampleRow[], missing: ReadonlySet<string>): boolean {
  const told = names.filter((name) => name !== '');
  if (told.length === 0 || new Set(told).size < told.length * 0.8) return false;
  if (told.some((name) => isTyped(name))) return false;
  const below = names.map((_, place) =>
    rows.flatMap(({ cells }) => {
      const cell = cells[place] ?? '';
      return cell === '' || missing.has(cell) ? [] : [cell];
    }),
  );
  if (below.some((cells) => cells.length > 0 && cells.slice(0, cellsTried).every(isTyped))) return true;
  return !names.some((name, place) => name !== '' && below[place]?.includes(name));
}

const isTyped = (text: string): boolean => /^[+-]?\d[\d., ':]*$/.test(text) || detectMoments([text]).formats.length > 0;
