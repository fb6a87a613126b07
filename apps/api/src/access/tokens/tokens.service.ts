import { Injectable } from '@nestjs/common';
import type { MadeToken, MakeToken, TokenEntry, TokenPage, TokenQuery, TokenScope } from '@forecall/contracts';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import { newSecret } from '../../platform/access/secret.js';
import { servesRoles } from '../../platform/access/permit.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { badRequest, notFound, type ProblemError } from '../../platform/http/problem.js';
import { addToken, ownerOfTokens, revokeToken, tokenById, tokenPage } from './token.query.js';

/** It would be refused at every request, and nobody would know why. */
function withoutRole(name: string, scopes: readonly TokenScope[]): ProblemError {
  const list = scopes.join(', ');
  const message = `No role of ${name} allows: ${list}`;
  return badRequest('token-scope-without-role', `scopes: ${message}. Make it for somebody who has such a role.`, {
    values: { name, scopes: list },
    fields: [{ path: 'scopes', code: 'token-scope-without-role', message }],
  });
}

/** Tokens by which programs come in for somebody. */
@Injectable()
export class TokensService {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
  ) {}

  async page(query: TokenQuery): Promise<TokenPage> {
    const found = await tokenPage(this.database, { ...query, limit: query.limit + 1 });
    const tokens = found.slice(0, query.limit);
    return { tokens, next: found.length > tokens.length ? (tokens.at(-1)?.id ?? null) : null };
  }

  make(by: Viewer, { name, signInId, scopes, days }: MakeToken): Promise<MadeToken> {
    const { secret, hash } = newSecret();
    return this.database.transaction(async (sql) => {
      const ownerId = signInId ?? by.signInId;
      const owner = await ownerOfTokens(sql, ownerId);
      if (!owner) throw notFound('user');
      const useless = scopes.filter((scope) => !servesRoles(scope, owner.roles));
      if (useless.length > 0) throw withoutRole(owner.name, useless);
      const id = await addToken(sql, { hash, signInId: ownerId, name, scopes, days });
      await this.trail.record(sql, by, {
        ...{ act: 'token.made', entity: 'api_token', id, name },
        after: { actsFor: owner.name, scopes, days },
      });
      const token = await tokenById(sql, id);
      if (!token) throw notFound('token');
      return { token, secret };
    });
  }

  /** The next request with it is refused already, on every process. */
  revoke(by: Viewer, id: string): Promise<TokenEntry> {
    return this.database.transaction(async (sql) => {
      const revoked = await revokeToken(sql, id);
      const token = await tokenById(sql, id);
      if (!token) throw notFound('token');
      if (revoked === 1)
        await this.trail.record(sql, by, { act: 'token.revoked', entity: 'api_token', id, name: token.name });
      return token;
    });
  }
}
