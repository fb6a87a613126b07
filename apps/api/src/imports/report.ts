import type { Database } from '../platform/database/database.js';
import { type Batch, batchById, lastBatches, type RefusedRow, refusedRows } from './batch/batch.query.js';
import type { RowFault } from './reading/fault.js';
import { Refusal } from './refusal.js';

/** Refused rows printed while importing; the others are in the batch. */
const mostShown = 100;

const grouped = new Intl.NumberFormat('en-GB');
const number = (count: number): string => grouped.format(count);

/** `line 12: column "Time": is not in the form HH:mm:ss ("25h")`, a line for each fault. */
export const worded = ({ line, faults }: RefusedRow<RowFault>): string[] =>
  faults.map(({ column, message, value }) => {
    const where = column === null ? '' : ` column "${column}":`;
    return `line ${line}:${where} ${message}${value === '' ? '' : ` ("${value}")`}`;
  });

/** Prints refused rows as they come, and how far the import is about every two seconds. */
export function progressPrinter(print: (line: string) => void = console.log) {
  const begun = performance.now();
  let shown = 0;
  return {
    seconds: () => Math.max((performance.now() - begun) / 1000, 0.001),
    refused: (rows: readonly RefusedRow<RowFault>[]) => {
      for (const row of rows) {
        if (shown === mostShown) print('Further refused rows are kept in the batch: --refused BATCH lists them all.');
        if (shown < mostShown) for (const line of worded(row)) print(line);
        shown += 1;
      }
    },
    watch(read: (batchId: string) => Promise<Batch | undefined>) {
      let clock: ReturnType<typeof setInterval> | undefined;
      const tell = (batch: Batch | undefined) => {
        if (batch?.state === 'checking')
          print(`checking: ${number(batch.rowsRead)} rows read, ${number(batch.rowsRefused)} refused`);
        if (batch?.state === 'importing') print(`${number(batch.rowsTaken)} of ${number(batch.rowsStaged)} rows taken`);
      };
      return {
        begin: (batchId: string) =>
          void (clock = setInterval(() => void read(batchId).then(tell, () => undefined), 2000)),
        end: () => clearInterval(clock),
      };
    },
  };
}

export function summary(batch: Batch, seconds: number): string {
  const { id, preset, rowsRead, rowsTaken, rowsRefused, rowsThere, leftOut } = batch;
  const left = Object.entries(leftOut).map(([why, count]) => `${number(count)} left out (${why})`);
  const there = rowsThere > 0 ? [`${number(rowsThere)} in already`] : [];
  const counts = [`${number(rowsTaken)} taken`, `${number(rowsRefused)} refused`, ...there, ...left].join(', ');
  const perSecond = number(Math.round(rowsRead / seconds));
  const lines = [
    `Batch ${id}, preset ${preset ?? '?'}: ${number(rowsRead)} rows read, ${counts}, in ${seconds.toFixed(1)} s (${perSecond} rows/s).`,
  ];
  if (batch.state === 'undone' || batch.state === 'cancelled')
    lines.push('It was cancelled, and nothing of it stayed.');
  if (rowsRefused > 0) lines.push(`All refused rows: npm run import -- --refused ${id}`);
  return lines.join('\n');
}

export const described = ({ id, fileName, preset, createdAt, rowsTaken, rowsRead }: Batch): string =>
  `${id} (${fileName}, preset ${preset ?? '-'}, begun ${createdAt.toISOString()}, ${rowsTaken} of ${rowsRead} rows taken)`;

export async function printRefused(database: Database, id: string): Promise<number> {
  if (!(await batchById(database, id))) throw new Refusal(`There is no batch ${id}.`);
  for (let after = 0; ;) {
    const rows = await refusedRows<RowFault>(database, id, after, 1000);
    for (const row of rows) for (const line of worded(row)) console.log(line);
    const last = rows.at(-1);
    if (!last) return 0;
    after = last.line;
  }
}

export async function printBatches(database: Database): Promise<number> {
  const batches = await lastBatches(database, 20);
  if (batches.length === 0) console.log('Nothing has been imported yet.');
  for (const batch of batches) console.log(`${batch.state.padEnd(9)} ${described(batch)}`);
  return 0;
}
