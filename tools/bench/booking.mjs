import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { round } from './table.mjs';

const candidates = Number(process.env.BENCH_CANDIDATES ?? 1_000);

/** How much is to be booked: exams over all slots of the assessors. */
const loads = [0.5, 0.98];

/**
 * The planner of exams over a department, against a plain pass that gives each candidate the first slot that would do. No
 * database: it is a function. Each load has a process of its own.
 */
export async function booking({ onProgress }) {
  const rows = [[`booking ${round(candidates)} exams, 20 assessors`, ...loads.map((load) => `load ${load}`)]];
  const columns = [];
  for (const load of loads) {
    onProgress(`booking exams at load ${load}`);
    const program = join(import.meta.dirname, 'booking-load.mjs');
    const { stdout } = await promisify(execFile)(process.execPath, [program, candidates, load]);
    columns.push(JSON.parse(stdout));
  }
  for (const name of Object.keys(columns[0])) rows.push([name, ...columns.map((column) => column[name])]);
  return rows;
}
