import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { TallyVerification } from '@forecall/contracts';
import { Database } from '../platform/database/database.js';
import { claimNight, lastVerification, noteVerification } from './verification.query.js';
import { verifyTallies } from './verify.js';

/** Each night one process compares every tally with a recount of the rows and keeps what it found. */
@Injectable()
export class VerificationService {
  private readonly logger = new Logger('tallies');

  constructor(private readonly database: Database) {}

  @Cron('17 3 * * *', { name: 'verify tallies', waitForCompletion: true })
  async verifyTonight(): Promise<void> {
    try {
      const dueAt = await claimNight(this.database);
      if (!dueAt) return;
      const differences = await verifyTallies(this.database);
      await noteVerification(this.database, dueAt, differences);
      if (differences.length > 0) this.logger.error(`${differences.length} tallies differ from a recount of the rows`);
    } catch (error) {
      this.logger.warn(`The tallies could not be verified: ${error instanceof Error ? error.message : String(error)}`);
    }
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
