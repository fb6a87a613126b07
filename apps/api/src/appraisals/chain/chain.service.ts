import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { ChainVerification } from '@forecall/contracts';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { noteRun } from '../../platform/schedules/schedule-run.query.js';
import { type Due, Schedules } from '../../platform/schedules/schedules.js';
import { chainQueue } from './chain-queue.js';
import { describeBreak } from './describe.js';
import { type Verified, verifyChain } from './verify.js';

export const chainName = 'verify appraisals';

interface Run {
  readonly claimed_at: Date;
  readonly finished_at: Date | null;
  readonly outcome: Verified | null;
}

/** Each night one process walks the chain of signed appraisals. It has to pass through where it ended the night before. */
@Injectable()
export class ChainService implements OnModuleInit {
  private readonly logger = new Logger('appraisals');

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly schedules: Schedules,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(chainQueue, (due) => this.verify(due));
  }

  @Cron('29 3 * * *', { name: chainName, waitForCompletion: true })
  verifyTonight(): Promise<void> {
    return this.schedules.tick(chainName, 'day', chainQueue);
  }

  async last(): Promise<ChainVerification> {
    const last = await this.lastRun('');
    return {
      startedAt: last?.claimed_at.toISOString() ?? null,
      finishedAt: last?.finished_at?.toISOString() ?? null,
      ...{
        signed: last?.outcome?.signed ?? null,
        head: last?.outcome?.head ?? null,
        first: last?.outcome?.first ?? null,
      },
    };
  }

  private async verify({ dueAt }: Due): Promise<void> {
    // Of the last night that found nothing: what was there then has to be there now.
    const before = await this.lastRun(`AND outcome ->> 'head' <> '' AND outcome ->> 'first' IS NULL`);
    const [n, sha256] = before?.outcome?.head.split(':') ?? [];
    const passed = n === undefined || sha256 === undefined ? null : { n: Number(n), sha256 };
    const found = await verifyChain(this.database, passed);
    await noteRun(this.database, { name: chainName, dueAt, outcome: found });
    if (found.first) this.logger.error(describeBreak(found.first));
  }

  private lastRun(condition: string): Promise<Run | undefined> {
    return this.database.first<Run & Record<string, unknown>>(
      `SELECT claimed_at, finished_at, outcome FROM schedule_run WHERE name = $1 ${condition} ORDER BY due_at DESC LIMIT 1`,
      [chainName],
    );
  }
}
