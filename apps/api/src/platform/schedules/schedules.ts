import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { Database, type Sql } from '../database/database.js';
import type { JobQueue } from '../jobs/job-queue.js';
import { Jobs } from '../jobs/jobs.js';
import { claimRun, forgetRuns } from './schedule-run.query.js';

/** What a job of a schedule carries: the moment it stands for. */
export interface Due {
  readonly dueAt: string;
}

/** Every process hears the clock; one of them gets the moment, and its job is there with the claim or not at all. */
@Injectable()
export class Schedules {
  private readonly logger = new Logger('schedules');

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** From a tick of the clock. A process that does no jobs does not tick either. Never throws: the next tick comes. */
  async tick(name: string, every: 'minute' | 'day', queue: JobQueue<Due>): Promise<void> {
    if (this.config.JOBS !== 'yes') return;
    await this.claim(name, every, queue).catch((error: unknown) =>
      this.logger.warn(`“${name}” was not started: ${String(error)}`),
    );
  }

  /** True for the one that got the running minute or day. */
  claim(name: string, every: 'minute' | 'day', queue: JobQueue<Due>): Promise<boolean> {
    return this.database.transaction(async (sql: Sql) => {
      const dueAt = await claimRun(sql, name, every);
      if (!dueAt) return false;
      if (every === 'minute') await forgetRuns(sql, name, dueAt);
      await this.jobs.send(sql, queue, { dueAt: dueAt.toISOString() });
      return true;
    });
  }
}
