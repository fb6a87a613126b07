import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { sessionIdleHours } from '../platform/access/viewer.query.js';
import { Database } from '../platform/database/database.js';
import { clearOldKeys } from '../platform/idempotency/idempotency.query.js';

const hourMs = 3_600_000;

/** Clears away what is over. Each process does so each hour: doing it twice deletes nothing more. */
@Injectable()
export class HousekeepingService {
  private readonly logger = new Logger('access');

  constructor(private readonly database: Database) {}

  @Interval('clear away what is over', hourMs)
  async tick(): Promise<void> {
    await this.clear().catch((error: unknown) => this.logger.warn(`Nothing was cleared away: ${String(error)}`));
  }

  async clear(): Promise<void> {
    await clearOldKeys(this.database);
    await this.database.change(/* sql */ `
      DELETE FROM session
      WHERE expires_at <= now() OR last_used_at <= now() - interval '${sessionIdleHours} hours'`);
    // For a month somebody who comes late is still told that the link was used or has expired.
    await this.database.change(`DELETE FROM one_time_link WHERE expires_at < now() - interval '30 days'`);
  }
}
