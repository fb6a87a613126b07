import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '../platform/database/database.js';
import { fold, foldBatch } from './fold.query.js';

/** The one tick of the live path: what is committed within it is shown together. */
const tickMilliseconds = 250;

/** Folds in every process; a lock in the database lets one of them do it at a time. */
@Injectable()
export class FoldService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('fold');
  private readonly stopping = new AbortController();
  private loop: Promise<void> = Promise.resolve();

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    this.loop = this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.loop;
  }

  private async run(): Promise<void> {
    let isBroken = false;
    while (!this.stopping.signal.aborted) {
      try {
        const folded = await this.database.transaction(fold);
        isBroken = false;
        if (folded?.moved === foldBatch) continue;
      } catch (error) {
        // The database restarts or is away: say it once, keep trying, nothing is lost meanwhile.
        if (!isBroken)
          this.logger.warn(`Folding waits for the database: ${error instanceof Error ? error.message : String(error)}`);
        isBroken = true;
      }
      await pause(tickMilliseconds, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }
}
