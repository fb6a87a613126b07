import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { raiseScopes } from '../../tallies/raise-scopes.query.js';
import { FindingService } from '../finding/finding.service.js';
import { takeDue, takenAtOnce } from './take-due.js';

const lookMilliseconds = 1000;
/** So far behind the clock: what is stored within it still comes in the order in which it happened. */
const behindMilliseconds = 60_000;

/** Every process looks each second; a lock in the database lets one of them take what is due. */
@Injectable()
export class AlarmFeedService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('alarms');
  private readonly stopping = new AbortController();
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly findings: FindingService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.JOBS === 'yes') this.loop = this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.loop;
  }

  /** One look: what is due becomes evidence, and what was raised gets its reason and is told. True: more may wait. */
  async look(now = new Date()): Promise<boolean> {
    const taken = await this.database.transaction(async (sql) => {
      const before = new Date(now.getTime() - behindMilliseconds);
      const done = await takeDue(sql, { before, raisedAt: () => now });
      if (done) await raiseScopes(sql, done.changed);
      return done;
    });
    await this.findings.look(now);
    return taken?.lines === takenAtOnce;
  }

  private async run(): Promise<void> {
    let isBroken = false;
    while (!this.stopping.signal.aborted) {
      try {
        const isMore = await this.look();
        isBroken = false;
        if (isMore) continue;
      } catch (error) {
        if (!isBroken) this.logger.warn(`Alarms wait: ${error instanceof Error ? error.message : String(error)}`);
        isBroken = true;
      }
      await pause(lookMilliseconds, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }
}
