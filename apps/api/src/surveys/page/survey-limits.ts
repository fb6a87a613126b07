import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { sha256 } from '../../platform/access/secret.js';
import { Database } from '../../platform/database/database.js';
import { neighbourhoodOf, taken } from '../../platform/http/public-limits.js';

/** Sent in 15 minutes from one address, and in an hour by one link. */
export const triesPerAddress = 60;
export const triesPerLink = 20;
/** In an hour by one link for whoever comes by. */
export const triesPerOpenLink = 600;

/** How often a page may be sent, counted in PostgreSQL so that all processes count together. */
@Injectable()
export class SurveyLimits {
  private readonly ofAddress: RateLimiterPostgres;
  private readonly ofLink: RateLimiterPostgres;
  private readonly ofOpenLink: RateLimiterPostgres;

  constructor(database: Database) {
    const place = { storeClient: database.pool, storeType: 'pool', tableName: 'rate_limit', tableCreated: true };
    const address = { keyPrefix: 'survey-try', points: triesPerAddress, duration: 15 * 60 };
    this.ofAddress = new RateLimiterPostgres({ ...place, ...address });
    this.ofLink = new RateLimiterPostgres({
      ...place,
      keyPrefix: 'survey-link',
      points: triesPerLink,
      duration: 3_600,
    });
    this.ofOpenLink = new RateLimiterPostgres({
      ...place,
      keyPrefix: 'survey-open',
      points: triesPerOpenLink,
      duration: 3_600,
    });
  }

  async take(address: string, token: string, isOpen: boolean): Promise<void> {
    await taken(this.ofAddress.consume(neighbourhoodOf(address)));
    await taken((isOpen ? this.ofOpenLink : this.ofLink).consume(sha256(token).toString('hex')));
  }
}
