import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { TallyVerification } from '@forecall/contracts';
import { Database } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { type Due, Schedules } from '../platform/schedules/schedules.js';
import { verificationQueue } from './verification-queue.js';
import { lastVerification, noteVerification, verificationName } from './verification.query.js';
import { verifyTallies } from './verify.js';

/** Each night one process compares every tally with a recount of the rows and keeps what it found. */
@Injectable()
export class VerificationService implements OnModuleInit {
  private readonly logger = new Logger('tallies');

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly schedules: Schedules,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(verificationQueue, (due) => this.verify(due));
  }

  @Cron('17 3 * * *', { name: verificationName, waitForCompletion: true })
  verifyTonight(): Promise<void> {
    return this.schedules.tick(verificationName, 'day', verificationQueue);
  }

  private async verify({ dueAt }: Due): Promise<void> {
    const differences = await verifyTallies(this.database);
    await noteVerification(this.database, dueAt, differences);
    if (differences.length > 0) this.logger.error(`${differences.length} tallies differ from a recount of the rows`);
  }

  async last(): Promise<TallyVerification> {
    const last = await lastVerification(this.database);
    return {
      startedAt: last?.claimed_at.toISOString() ?? null,
      finishedAt: last?.finished_at?.toISOString() ?? null,
      differences: last?.outcome?.differences ?? null,
      first: [...(last?.outcome?.first ?? [])],
    };
  }
}
