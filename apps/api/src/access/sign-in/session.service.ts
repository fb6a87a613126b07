import { Inject, Injectable } from '@nestjs/common';
import type { Me, SignInRequest } from '@forecall/contracts';
import type { FastifyReply } from 'fastify';
import { newSecret, sha256 } from '../../platform/access/secret.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Viewers } from '../../platform/access/viewers.js';
import { buildOf } from '../../platform/build.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { ProblemError, signedOut } from '../../platform/http/problem.js';
import { Limits } from './limits.js';
import { isPassword } from './password.js';
import { setSessionCookie } from './session-cookie.js';
import { endSession, findSignIn, meRow, openSession } from './session.query.js';

export interface Browser {
  readonly address: string;
  readonly userAgent: string;
}

@Injectable()
export class SessionService {
  private readonly build: string;

  constructor(
    private readonly database: Database,
    private readonly limits: Limits,
    private readonly viewers: Viewers,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.build = buildOf(config);
  }

  /** Opens a session and gives its secret. Known and unknown logins are counted, timed and refused alike. */
  async signIn({ login, password }: SignInRequest, browser: Browser): Promise<string> {
    await this.limits.takeFrom(browser.address);
    const written = login.normalize('NFKC').trim();
    const found = await findSignIn(this.database, written);
    const who = found?.id ?? sha256(written.toLowerCase()).toString('hex');
    const triesLeft = await this.limits.takeTry(who);
    const isRight = await isPassword(found?.isDisabled ? null : found?.argon2id, password);
    if (!found || !isRight) throw triesLeft > 0 ? signInFailed(triesLeft) : await this.limits.pause(who);
    await Promise.all([this.limits.forget(who), this.limits.giveBack(browser.address)]);
    return this.open(found.id, browser);
  }

  async open(signInId: string, browser: Browser): Promise<string> {
    const { secret, hash } = newSecret();
    await this.database.transaction((sql) => openSession(sql, signInId, hash, browser.userAgent));
    return secret;
  }

  /** Gives a browser the cookie by which it comes back. */
  hand(reply: FastifyReply, secret: string): void {
    setSessionCookie(reply, secret, this.config);
  }

  async end(secret: string): Promise<void> {
    await endSession(this.database, sha256(secret));
  }

  async meBy(secret: string, address: string): Promise<Me> {
    const viewer = await this.viewers.bySession(secret, address);
    if (!viewer) throw signedOut();
    return this.me(viewer);
  }

  async me(viewer: Viewer): Promise<Me> {
    const row = await meRow(this.database, viewer.signInId);
    const { signInId, staffId, name, email } = viewer;
    return {
      ...{ signInId, staffId, name, email, locale: row?.locale ?? null, grants: [...viewer.grants] },
      organisation: { name: row?.organisationName ?? '', zone: row?.zone ?? 'UTC' },
      build: this.build,
      serverTime: new Date().toISOString(),
    };
  }
}

const signInFailed = (triesLeft: number) =>
  new ProblemError(401, 'sign-in-failed', 'The login or the password is wrong.', { values: { triesLeft } });
