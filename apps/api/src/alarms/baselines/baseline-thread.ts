import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AlarmBaseline, DayOfContacts } from '@forecall/domain';

/** Pasts to simulate, each with its seed. */
export type Simulating = readonly { readonly past: readonly (DayOfContacts | null)[]; readonly seed: number }[];

/** The built program, whether this file is part of it or of a spec. */
const program = join(import.meta.dirname, '../../../dist/alarms/baselines/baseline-program.js');
const mostMegabytes = 500;

/**
 * What is usual in each of these pasts, and what each budget of false alarms means there: by simulation, in a thread of its
 * own, because it takes seconds in which no request may wait. null: too little past. The same past gives the same.
 */
export function simulateBaselines(
  pasts: readonly (readonly (DayOfContacts | null)[])[],
): Promise<(AlarmBaseline | null)[]> {
  const workerData: Simulating = pasts.map((past) => ({ past, seed: seedOf(past) }));
  const worker = new Worker(program, { workerData, resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } });
  worker.unref();
  return new Promise((resolve, reject) => {
    let told: (AlarmBaseline | null)[] | undefined;
    worker.once('message', (baselines: (AlarmBaseline | null)[]) => (told = baselines));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (told) resolve(told);
      else reject(new Error(`The thread ended with ${code} before it had simulated.`));
    });
  });
}

/** A repeatable whole number of what went in. */
const seedOf = (past: readonly (DayOfContacts | null)[]): number =>
  past.reduce((seed, day) => (seed * 31 + (day ? day.contacts * 7 + day.complaints : 3)) % 2_147_483_646, past.length) +
  1;
