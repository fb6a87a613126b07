import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { sha256 } from '../../platform/access/secret.js';
import { Database } from '../../platform/database/database.js';
import type { Told } from './judge-reply.js';
import { addOpenAsk, type AskedWith, askedBefore, askedByCode, nobodyElse } from './open-reply.query.js';
import { ReplyService } from './reply.service.js';

/**
 * Replies of whoever comes by. The page carries a secret of its own, which becomes the reply's: the same page sent again
 * is the same reply, and it may be changed as any other.
 */
@Injectable()
export class OpenReplyService {
  constructor(
    private readonly database: Database,
    private readonly replies: ReplyService,
  ) {}

  /**
   * Of a reply that was sent already, what it was asked with. undefined: there is no such link, it is switched off or over,
   * its form is not in use, or the secret is that of another asking.
   */
  async asked(code: string, secret?: string): Promise<AskedWith | undefined> {
    const now = await askedByCode(this.database, code);
    if (!now || secret === undefined) return now;
    const before = await askedBefore(this.database, sha256(secret), code);
    return before && !before.isOfLink ? undefined : (before ?? now);
  }

  record(
    code: string,
    secret: string,
    { told, locale, versionId }: { readonly told: Told; readonly locale: 'en' | 'zh'; readonly versionId: string },
  ): Promise<{ until: Date | null } | undefined> {
    return this.database.transaction(async (sql) => {
      await nobodyElse(sql, secret);
      const tokenSha256 = sha256(secret);
      // What was told was judged by one version of one form, and is kept as an answer to no other.
      const before = await askedBefore(sql, tokenSha256, code);
      const isGood = before
        ? before.isOfLink && before.versionId === versionId
        : (await addOpenAsk(sql, uuid(), { code, locale, tokenSha256, versionId })) > 0;
      if (!isGood) return undefined;
      return this.replies.recordIn(sql, secret, told);
    });
  }
}
