import { Inject, Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { isConnectionFault } from '../../platform/database/connection-fault.js';
import { Database } from '../../platform/database/database.js';
import { Refusal } from '../refusal.js';
import { Stalled, Threads, TooMuchMemory } from '../thread/threads.js';
import { type Batch, batchById, batchesAtWork, beginUndoing, endBatch, noteFailure } from './batch.query.js';

const lookEveryMs = 5_000;
/** After something went wrong with a batch it is left alone for so long, then twice as long, up to an hour. */
const firstPauseMs = 10_000;
const longestPauseMs = 3_600_000;
const mostLookedAt = 20;
/** How often a check is tried before the file is given up. */
const mostChecks = 3;

/** A thread that goes on with nothing for so long is ended; sooner where somebody waits for it to stop. */
const patience = { everyMs: 5_000, stalledMs: 300_000, stoppingMs: 20_000 };

/**
 * Works on batches, one at a time in a process, in a thread. Which ones are left is in the database, so that another
 * process goes on with what a killed one had in hand; the lock on a batch keeps two from the same.
 */
@Injectable()
export class BatchWork {
  private readonly logger = new Logger('imports');
  private readonly pauses = new Map<string, { until: number; next: number; tries: number }>();
  private running: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly threads: Threads,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Something may be to do. Never throws. */
  @Interval('work on imports', lookEveryMs)
  look(): void {
    if (this.config.JOBS === 'yes') void this.workOnAll();
  }

  /** Somebody has asked something of it: it is looked at without waiting for the end of its pause. */
  lookAt(batchId: string): void {
    const pause = this.pauses.get(batchId);
    if (pause) this.pauses.set(batchId, { ...pause, until: 0 });
    this.look();
  }

  /** Until nothing is left that this process can do; what it is at already counts. */
  workOnAll(): Promise<void> {
    this.running ??= this.all()
      .catch((error: unknown) => this.logger.warn(`Imports wait: ${String(error)}`))
      .finally(() => (this.running = undefined));
    return this.running;
  }

  private async all(): Promise<void> {
    const done = new Set<string>();
    for (;;) {
      const batches = await batchesAtWork(this.database, mostLookedAt);
      const next = batches.find(({ id }) => !done.has(id) && (this.pauses.get(id)?.until ?? 0) <= Date.now());
      if (!next) return;
      done.add(next.id);
      await this.one(next.id);
    }
  }

  private async one(batchId: string): Promise<void> {
    const watch = this.watch(batchId);
    try {
      await this.threads.run({ kind: 'work', batchId }, undefined, watch.stop.signal);
      this.pauses.delete(batchId);
    } catch (error) {
      await this.failed(batchId, error);
    } finally {
      clearInterval(watch.clock);
    }
  }

  /** Looks whether the batch goes on. */
  private watch(batchId: string): { stop: AbortController; clock: ReturnType<typeof setInterval> } {
    const stop = new AbortController();
    let seen = '';
    let since = Date.now();
    const look = async () => {
      const batch = await batchById(this.database, batchId);
      if (!batch) return;
      const now = [batch.state, batch.rowsRead, batch.rowsTaken, batch.rowsThere, batch.rowsUndone].join(' ');
      if (now !== seen) [seen, since] = [now, Date.now()];
      const most = batch.stopAskedAt ? patience.stoppingMs : patience.stalledMs;
      if (Date.now() - since > most) stop.abort();
    };
    const clock = setInterval(() => void look().catch(() => undefined), patience.everyMs);
    return { stop, clock };
  }

  /** Whatever it was, the batch says so, and somebody who cancels it is heard. */
  private async failed(batchId: string, error: unknown): Promise<void> {
    const batch = await batchById(this.database, batchId);
    if (!batch) return;
    if (batch.stopAskedAt) return this.stopped(batch);
    const { next = firstPauseMs, tries = 0 } = this.pauses.get(batchId) ?? {};
    const isHopeless = error instanceof TooMuchMemory || error instanceof Stalled || tries + 1 >= mostChecks;
    const refusal = refusalOf(error);
    if (batch.state === 'checking' && isHopeless && !isConnectionFault(error)) {
      this.pauses.delete(batchId);
      await endBatch(this.database, batchId, 'failed', refusal);
      return;
    }
    await noteFailure(this.database, batchId, refusal);
    const pause = { until: Date.now() + next, next: Math.min(2 * next, longestPauseMs), tries: tries + 1 };
    this.pauses.set(batchId, pause);
    this.logger.error(`Batch ${batchId} waits ${next / 1000} s: ${String(error)}`);
  }

  private async stopped({ id, state }: Batch): Promise<void> {
    this.pauses.delete(id);
    if (state === 'checking') await endBatch(this.database, id, 'cancelled');
    else if (state === 'importing') await beginUndoing(this.database, id);
  }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof TooMuchMemory)
    return new Refusal('Reading the file needs too much memory. Part it into several.', { code: 'too-much-memory' });
  if (error instanceof Stalled)
    return new Refusal('Reading the file went on with nothing for minutes, and was ended.', { code: 'too-slow' });
  return new Refusal(error instanceof Error ? error.message : String(error), { code: 'import-broken' });
}
