import { Inject, Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { Refusal } from '../refusal.js';
import { Threads, TooMuchMemory } from '../thread/threads.js';
import { batchesAtWork, endBatch } from './batch.query.js';

const lookEveryMs = 5_000;
/** After something went wrong with a batch it is left alone for so long, then twice as long, up to an hour. */
const firstPauseMs = 10_000;
const longestPauseMs = 3_600_000;
const mostLookedAt = 20;

/**
 * Works on batches, one at a time in a process, in a thread. Which ones are left is in the database, so that another
 * process goes on with what a killed one had in hand; the lock on a batch keeps two from the same.
 */
@Injectable()
export class BatchWork {
  private readonly logger = new Logger('imports');
  private readonly pauses = new Map<string, { until: number; next: number }>();
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
      const next = batches.find(({ id }) => !done.has(id) && (this.pauses.get(id)?.until ?? 0) < Date.now());
      if (!next) return;
      done.add(next.id);
      await this.one(next.id, next.state === 'checking');
    }
  }

  private async one(batchId: string, isChecking: boolean): Promise<void> {
    try {
      await this.threads.run({ kind: 'work', batchId });
      this.pauses.delete(batchId);
    } catch (error) {
      if (error instanceof TooMuchMemory && isChecking) {
        await endBatch(this.database, batchId, 'failed', tooMuchMemory());
        return;
      }
      const next = this.pauses.get(batchId)?.next ?? firstPauseMs;
      this.pauses.set(batchId, { until: Date.now() + next, next: Math.min(2 * next, longestPauseMs) });
      this.logger.error(`Batch ${batchId} waits ${next / 1000} s: ${String(error)}`);
    }
  }
}

const tooMuchMemory = () =>
  new Refusal('Reading the file needs too much memory. Part it into several.', { code: 'too-much-memory' });
