import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Database } from '../../platform/database/database.js';
import { ProblemError } from '../../platform/http/problem.js';

const pauseSeconds = 15 * 60;

/** After five wrong passwords a sign-in rests for 15 minutes. */
export const triesBeforePause = 5;

/**
 * Wrong tries from one address in 15 minutes, whoever they were for. A whole company may stand behind one address, so
 * this is wide; right ones are given back.
 */
export const triesPerAddress = 200;

/** How often somebody may try, counted in PostgreSQL so that all processes count together. */
@Injectable()
export class Limits {
  private readonly perSignIn: RateLimiterPostgres;
  private readonly perAddress: RateLimiterPostgres;

  constructor(database: Database) {
    const place = { storeClient: database.pool, storeType: 'pool', tableName: 'rate_limit', tableCreated: true };
    const pause = { duration: pauseSeconds, blockDuration: pauseSeconds };
    this.perSignIn = new RateLimiterPostgres({ ...place, ...pause, keyPrefix: 'sign-in', points: triesBeforePause });
    this.perAddress = new RateLimiterPostgres({ ...place, ...pause, keyPrefix: 'address', points: triesPerAddress });
  }

  /** Takes a try before the password is looked at, so that parallel tries are no way round. Gives back the tries left. */
  async takeTry(who: string): Promise<number> {
    const { remainingPoints } = await taken(this.perSignIn.consume(who), lockedOut);
    return remainingPoints;
  }

  /** The last try was wrong too. */
  async pause(who: string): Promise<ProblemError> {
    return lockedOut(await this.perSignIn.block(who, pauseSeconds));
  }

  async forget(who: string): Promise<void> {
    await this.perSignIn.delete(who);
  }

  async takeFrom(address: string): Promise<void> {
    await taken(this.perAddress.consume(address), tooMany);
  }

  async giveBack(address: string): Promise<void> {
    await this.perAddress.reward(address);
  }
}

/** The limiter throws its own kind of answer where nothing is left; anything else is a fault. */
async function taken(
  take: Promise<RateLimiterRes>,
  refusal: (rest: RateLimiterRes) => ProblemError,
): Promise<RateLimiterRes> {
  try {
    return await take;
  } catch (rest) {
    throw rest instanceof RateLimiterRes ? refusal(rest) : rest;
  }
}

const minutesUntil = (rest: RateLimiterRes) => Math.max(1, Math.ceil(rest.msBeforeNext / 60_000));

function lockedOut(rest: RateLimiterRes): ProblemError {
  const minutes = minutesUntil(rest);
  return new ProblemError(429, 'locked-out', `Too many wrong tries. Try again in ${minutes} minutes.`, {
    values: { minutes },
  });
}

function tooMany(rest: RateLimiterRes): ProblemError {
  const minutes = minutesUntil(rest);
  return new ProblemError(429, 'too-many-tries', `Too many tries from this address. Try again in ${minutes} minutes.`, {
    values: { minutes },
  });
}
