import type { Database } from '../platform/database/database.js';
import type { Preset } from './preset/preset.js';
import { Refusal } from './refusal.js';
import { batchById, lastBatches, refusedRows } from './writing/batch.query.js';
import { described } from './writing/earlier-batch.js';
import type { Imported, Progress } from './writing/import-file.js';
import type { RefusedRow } from './writing/resolve-rows.js';

/** Refused rows printed while importing; the others are in the batch. */
const mostShown = 100;

const grouped = new Intl.NumberFormat('en-GB');
const number = (count: number): string => grouped.format(count);

/** `line 12: column "Time": is not in the form HH:mm:ss ("25h")`, a line for each fault. */
export const worded = ({ line, faults }: RefusedRow): string[] =>
  faults.map(({ column, message, value }) => {
    const where = column === null ? '' : ` column "${column}":`;
    return `line ${line}:${where} ${message}${value === '' ? '' : ` ("${value}")`}`;
  });

/** Prints refused rows as they come, and how far the import is about every two seconds. */
export function progressPrinter(now: () => number = Date.now, print: (line: string) => void = console.log) {
  const begun = now();
  let printedAt = begun;
  let shown = 0;
  const seconds = () => Math.max((now() - begun) / 1000, 0.001);
  return {
    seconds,
    report({ read, readNow, taken, refused, refusedRows }: Progress): void {
      for (const row of refusedRows) {
        if (shown === mostShown) print('Further refused rows are kept in the batch: --refused BATCH lists them all.');
        if (shown < mostShown) for (const line of worded(row)) print(line);
        shown += 1;
      }
      if (now() - printedAt < 2000) return;
      printedAt = now();
      const perSecond = Math.round(readNow / seconds());
      print(
        `${number(read)} rows read, ${number(taken)} taken, ${number(refused)} refused; ${number(perSecond)} rows/s`,
      );
    },
  };
}

export function summary(imported: Imported, preset: Preset, seconds: number): string {
  const { batchId, read, readNow, taken, refused, leftOut, isStopped } = imported;
  const left = Object.entries(leftOut).map(([why, count]) => `${number(count)} left out (${why})`);
  const counts = [`${number(taken)} taken`, `${number(refused)} refused`, ...left].join(', ');
  const lines = [
    `Batch ${batchId}, preset ${preset.name}: ${number(read)} rows read, ${counts}, in ${seconds.toFixed(1)} s (${number(Math.round(readNow / seconds))} rows/s).`,
  ];
  if (isStopped) lines.push('Stopped before the end. The same command with --resume goes on; --undo takes it out.');
  if (refused > 0) lines.push(`All refused rows: npm run import -- --refused ${batchId}`);
  return lines.join('\n');
}

export async function printRefused(database: Database, id: string): Promise<number> {
  if (!(await batchById(database, id))) throw new Refusal(`There is no batch ${id}.`);
  for (let after = 0; ;) {
    const rows = await refusedRows(database, id, after, 1000);
    for (const row of rows) for (const line of worded(row)) console.log(line);
    const last = rows.at(-1);
    if (!last) return 0;
    after = last.line;
  }
}

export async function printBatches(database: Database): Promise<number> {
  const batches = await lastBatches(database, 20);
  if (batches.length === 0) console.log('Nothing has been imported yet.');
  for (const batch of batches) console.log(`${batch.state.padEnd(7)} ${described(batch)}`);
  return 0;
}
