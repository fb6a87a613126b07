import { parentPort } from 'node:worker_threads';
import writeExcelFile from 'write-excel-file/node';
import type { CellKind, WrittenRow } from './export-table.js';

export type XlsxMessage =
  | { readonly kinds: readonly CellKind[]; readonly heads: readonly string[] | null }
  | { readonly rows: readonly WrittenRow[] }
  | { readonly remark: string | null };

type Cell = {
  value: string | number | Date;
  type: typeof String | typeof Number | typeof Date;
  format?: string;
} | null;

/** Excel keeps no zone: the moment on the zone's clocks, as if they showed UTC. */
const dateOf = (written: string) => new Date(`${written.replace(' ', 'T')}Z`);
const widths: Record<CellKind, number> = { text: 22, number: 12, time: 20 };
/** The most that a cell of Excel holds. */
const longestText = 32_767;

let kinds: readonly CellKind[] = [];
let hasHeads = true;
const sheet: (Cell | { value: string; type: typeof String; fontWeight: 'bold' })[][] = [];

/** A string is a string, whatever it begins with: no cell is ever a formula. */
function cellOf(value: string | number | null, kind: CellKind): Cell {
  if (value === null || value === '') return null;
  if (kind === 'time') return { value: dateOf(String(value)), type: Date, format: 'yyyy-mm-dd hh:mm:ss' };
  return typeof value === 'number' ? { value, type: Number } : { value: value.slice(0, longestText), type: String };
}

async function hear(message: XlsxMessage): Promise<void> {
  if ('heads' in message) {
    ({ kinds } = message);
    hasHeads = message.heads !== null;
    if (message.heads) sheet.push(message.heads.map((value) => ({ value, type: String, fontWeight: 'bold' })));
  } else if ('rows' in message) {
    for (const row of message.rows) sheet.push(row.map((value, n) => cellOf(value, kinds[n] ?? 'text')));
  } else {
    if (message.remark !== null) sheet.push([{ value: message.remark, type: String }]);
    const columns = kinds.map((kind) => ({ width: widths[kind] }));
    const file = await writeExcelFile(sheet, { columns, ...(hasHeads && { stickyRowsCount: 1 }) }).toBuffer();
    parentPort?.postMessage(file);
  }
}

parentPort?.on('message', (message: XlsxMessage) => void hear(message));
