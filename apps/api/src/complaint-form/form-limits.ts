import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { Database } from '../platform/database/database.js';
import { neighbourhoodOf, taken, TooManyForms } from '../platform/http/public-limits.js';

/** From one address: forms sent, whatever came of them, in 15 minutes; complaints made in an hour. */
export const triesPerAddress = 30;
export const complaintsPerAddress = 10;

/** Made in an hour by all together: more are no customers. */
export const complaintsOfAll = 300;

/** Forms under way at the same moment from one address, in this process: each may hold the room of its files. */
const atOncePerAddress = 2;

/** How often the form may be sent, counted in PostgreSQL so that all processes count together. */
@Injectable()
export class FormLimits {
  private readonly tries: RateLimiterPostgres;
  private readonly made: RateLimiterPostgres;
  private readonly all: RateLimiterPostgres;
  private readonly underWay = new Map<string, number>();

  constructor(database: Database) {
    const place = { storeClient: database.pool, storeType: 'pool', tableName: 'rate_limit', tableCreated: true };
    const hour = { ...place, duration: 3_600 };
    this.tries = new RateLimiterPostgres({
      ...place,
      keyPrefix: 'form-try',
      points: triesPerAddress,
      duration: 15 * 60,
    });
    this.made = new RateLimiterPostgres({ ...hour, keyPrefix: 'form-made', points: complaintsPerAddress });
    this.all = new RateLimiterPostgres({ ...hour, keyPrefix: 'form-all', points: complaintsOfAll });
  }

  /** Before the body is read. */
  async during<Result>(address: string, work: () => Promise<Result>): Promise<Result> {
    const who = neighbourhoodOf(address);
    await taken(this.tries.consume(who));
    const others = this.underWay.get(who) ?? 0;
    if (others >= atOncePerAddress) throw new TooManyForms(1);
    this.underWay.set(who, others + 1);
    try {
      return await work();
    } finally {
      const left = (this.underWay.get(who) ?? 1) - 1;
      if (left > 0) this.underWay.set(who, left);
      else this.underWay.delete(who);
    }
  }

  /** Before a complaint is made. */
  async takeComplaint(address: string): Promise<void> {
    await taken(this.made.consume(neighbourhoodOf(address)));
    await taken(this.all.consume('all'));
  }
}
