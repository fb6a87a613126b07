import { Injectable } from '@nestjs/common';
import type { SurveyContent } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { sha256 } from '../../platform/access/secret.js';
import { Database } from '../../platform/database/database.js';
import type { Told } from './judge-reply.js';
import { addOpenAsk, contentOfCode, isTold, nobodyElse } from './open-reply.query.js';
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

  /** undefined: there is no such link, it is switched off or over, or its form is not in use. */
  content(code: string): Promise<SurveyContent | undefined> {
    return contentOfCode(this.database, code);
  }

  record(
    code: string,
    secret: string,
    { told, locale }: { readonly told: Told; readonly locale: 'en' | 'zh' },
  ): Promise<{ until: Date | null } | undefined> {
    return this.database.transaction(async (sql) => {
      await nobodyElse(sql, secret);
      const tokenSha256 = sha256(secret);
      if (!(await isTold(sql, tokenSha256)) && (await addOpenAsk(sql, uuid(), { code, locale, tokenSha256 })) === 0)
        return undefined;
      return this.replies.recordIn(sql, secret, told);
    });
  }
}
