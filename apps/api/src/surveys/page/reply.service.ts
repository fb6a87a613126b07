import { Injectable } from '@nestjs/common';
import { sha256 } from '../../platform/access/secret.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { AnswerService } from '../../satisfaction/answer.service.js';
import type { Told } from './judge-reply.js';
import { addReply, askedAbout, type Face, face, noteAnswered, type OpenAsk, openAsk } from './reply.query.js';
import { scored } from './scored.js';

export type { Face, OpenAsk } from './reply.query.js';

/** Customers' own answers, by the secret of a link. */
@Injectable()
export class ReplyService {
  constructor(
    private readonly database: Database,
    private readonly answers: AnswerService,
  ) {}

  face(): Promise<Face | undefined> {
    return face(this.database);
  }

  /** undefined: there is none, or it may not be answered any more. */
  ask(token: string): Promise<OpenAsk | undefined> {
    return openAsk(this.database, sha256(token));
  }

  /** Whole, or nothing. Until when it may be changed; undefined: it may not be answered any more. */
  record(token: string, told: Told): Promise<{ until: Date | null } | undefined> {
    return this.database.transaction((sql) => this.recordIn(sql, token, told));
  }

  /** As part of the caller's transaction. */
  async recordIn(sql: Sql, token: string, told: Told): Promise<{ until: Date | null } | undefined> {
    const about = await askedAbout(sql, sha256(token));
    if (about) await this.answers.lockAbout(sql, about);
    const ask = await openAsk(sql, sha256(token), 'FOR NO KEY UPDATE OF a');
    if (!ask) return undefined;
    if (!(await addReply(sql, ask.id, told))) return { until: future(ask.mayChangeUntil) };
    // Who nobody knows is in no figure: the reply alone is kept.
    if (!ask.isAnonymous)
      await this.answers.recordAsked(
        sql,
        { askId: ask.id, contactId: ask.contactId, enteredHow: 'survey', createdBy: null },
        scored(ask, told),
      );
    return { until: future(await noteAnswered(sql, ask.id)) };
  }
}

const future = (at: Date | null): Date | null => (at && at.getTime() > Date.now() ? at : null);
