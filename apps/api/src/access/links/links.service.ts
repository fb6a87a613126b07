import { Inject, Injectable } from '@nestjs/common';
import type { HandedLink, LinkPurpose, OneTimeLink, RedeemLinkRequest } from '@forecall/contracts';
import { newSecret, sha256 } from '../../platform/access/secret.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { ProblemError } from '../../platform/http/problem.js';
import { Limits } from '../sign-in/limits.js';
import { hashPassword } from '../sign-in/password.js';
import { type Browser, SessionService } from '../sign-in/session.service.js';
import { FirstRunService } from './first-run.service.js';
import { addLink, choosePassword, findLink, type LinkRow, useUp } from './link.query.js';

const hoursGood: Record<LinkPurpose, number> = { invitation: 7 * 24, reset: 24, 'first-run': 24 };

/** One-time links: made for somebody to hand over, redeemed once by choosing a password. */
@Injectable()
export class LinksService {
  constructor(
    private readonly database: Database,
    private readonly limits: Limits,
    private readonly sessions: SessionService,
    private readonly firstRun: FirstRunService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** `base` is where the console is, as the asker sees it; PUBLIC_URL goes before it. */
  async make(sql: Sql, purpose: LinkPurpose, signInId: string | null, base: string): Promise<HandedLink> {
    const { secret, hash } = newSecret();
    const expiresAt = await addLink(sql, { hash, purpose, signInId, hours: hoursGood[purpose] });
    return { purpose, address: new URL(`/link/${secret}`, this.config.PUBLIC_URL ?? base).href, expiresAt };
  }

  async look(token: string, address: string): Promise<OneTimeLink> {
    const { purpose, name, email, organisationName, zone, expiresAt } = await this.good(token, address);
    return { purpose, name, email, organisationName, zone, expiresAt };
  }

  /** Gives the secret of the session that it opens. */
  async redeem(token: string, request: RedeemLinkRequest, browser: Browser): Promise<string> {
    const link = await this.good(token, browser.address);
    const entry = link.signInId === null ? this.firstRun.check(request, link) : undefined;
    const argon2id = await hashPassword(request.password);
    const signInId = await this.database.transaction(async (sql) => {
      if (!(await useUp(sql, sha256(token)))) throw used();
      if (entry) return this.firstRun.begin(sql, { ...entry, argon2id }, browser.address);
      const chosen = { signInId: link.signInId ?? '', argon2id, locale: request.locale ?? null };
      await choosePassword(sql, chosen);
      return chosen.signInId;
    });
    await this.limits.forget(signInId);
    return this.sessions.open(signInId, browser);
  }

  private async good(token: string, address: string): Promise<LinkRow> {
    await this.limits.takeFrom(address);
    const link = await findLink(this.database, sha256(token));
    if (!link) throw new ProblemError(404, 'link-unknown', 'There is no such link, or a newer one has replaced it.');
    await this.limits.giveBack(address);
    if (link.isUsed || link.isDisabled) throw used();
    if (link.isOver) throw new ProblemError(410, 'link-expired', 'The link has expired. Ask for a new one.');
    return link;
  }
}

const used = () => new ProblemError(410, 'link-used', 'The link has been used.');
