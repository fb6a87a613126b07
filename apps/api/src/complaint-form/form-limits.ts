import { Injectable } from '@nestjs/common';
import ipaddr from 'ipaddr.js';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Database } from '../platform/database/database.js';

/** From one address: forms sent, whatever came of them, in 15 minutes; complaints made in an hour. */
export const triesPerAddress = 30;
export const complaintsPerAddress = 10;

/** Made in an hour by all together: more are no customers. */
export const complaintsOfAll = 300;

/** Forms under way at the same moment from one address, in this process: each may hold the room of its files. */
const atOncePerAddress = 2;

export class TooManyForms extends Error {
  constructor(readonly minutes: number) {
    super('Too many forms.');
  }
}

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

/** Of IPv6 the network of 64 bits: whoever has one address of it has them all. */
export function neighbourhoodOf(address: string): string {
  try {
    const parsed = ipaddr.parse(address);
    if (parsed.kind() === 'ipv4') return parsed.toString();
    const six = parsed as Extract<typeof parsed, { parts: number[] }>;
    if (six.isIPv4MappedAddress()) return six.toIPv4Address().toString();
    return six.parts
      .slice(0, 4)
      .map((part) => part.toString(16))
      .join(':');
  } catch {
    return address.slice(0, 60);
  }
}

async function taken(take: Promise<RateLimiterRes>): Promise<void> {
  try {
    await take;
  } catch (rest) {
    throw rest instanceof RateLimiterRes ? new TooManyForms(Math.max(1, Math.ceil(rest.msBeforeNext / 60_000))) : rest;
  }
}
