import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type AlarmBaseline, alarmBudgets, alarmOddsRatio, type DayOfContacts } from '@forecall/domain';

export interface Simulating {
  readonly past: readonly DayOfContacts[];
  readonly asked: { readonly oddsRatio: number; readonly budgets: readonly number[]; readonly seed: number };
}

/** The built program, whether this file is part of it or of a spec. */
const program = join(import.meta.dirname, '../../../dist/alarms/baselines/baseline-program.js');
const mostMegabytes = 500;

/**
 * What is usual in that past, and what each budget of false alarms means: by simulation, in a thread of its own, because
 * it takes seconds in which no request may wait. null: too little past. The same past gives the same.
 */
export function simulateBaseline(past: readonly DayOfContacts[]): Promise<AlarmBaseline | null> {
  const asked = { oddsRatio: alarmOddsRatio, budgets: alarmBudgets, seed: seedOf(past) };
  const workerData: Simulating = { past, asked };
  const worker = new Worker(program, { workerData, resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } });
  worker.unref();
  return new Promise((resolve, reject) => {
    let told: AlarmBaseline | null = null;
    worker.once('message', (baseline: AlarmBaseline | null) => (told = baseline));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) resolve(told);
      else reject(new Error(`The thread ended with ${code} before it had simulated.`));
    });
  });
}

const seedOf = (past: readonly DayOfContacts[]): number =>
  past.reduce(
    (seed, { contacts, complaints }) => (seed * 31 + contacts * 7 + complaints) % 2_147_483_646,
    past.length,
  ) + 1;
