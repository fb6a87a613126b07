import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { horizonDays } from './company-of-calls.mjs';
import { round } from './table.mjs';

const accounts = Number(process.env.BENCH_ACCOUNTS ?? 50_000);

/** How full the callers' days are: calls due, over all they can make. */
const loads = [0.9, 1.05];

/**
 * The planner over everything a large company has due, against a plain pass that gives each call the first free place it
 * likes and never moves another; then once more after one caller's sick day. No database: it is a function. Each load has
 * a process of its own, so that its memory is its own.
 */
export async function planning({ onProgress }) {
  const rows = [[`planning ${round(accounts)} accounts, ${horizonDays} days`, ...loads.map((load) => `load ${load}`)]];
  const columns = [];
  for (const load of loads) {
    onProgress(`planning calls at load ${load}`);
    const program = join(import.meta.dirname, 'planning-load.mjs');
    const { stdout } = await promisify(execFile)(process.execPath, [program, accounts, load]);
    columns.push(JSON.parse(stdout));
  }
  for (const name of Object.keys(columns[0])) rows.push([name, ...columns.map((column) => column[name])]);
  return rows;
}
