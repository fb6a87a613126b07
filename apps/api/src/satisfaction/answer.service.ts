import { Injectable } from '@nestjs/common';
import {
  type AnswerRecorded,
  type ContactAnswers,
  type RecordAnswer,
  type Revised,
  scaleOf,
  type VoidEntry,
} from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { reachOf, type Viewer } from '../platform/access/viewer.js';
import { Database, type Sql } from '../platform/database/database.js';
import { badRequest, conflict, forbidden, notFound } from '../platform/http/problem.js';
import {
  type AnsweredContact,
  answersWithContact,
  answersOf,
  hasOwnAnswer,
  insertAnswer,
  lockAccount,
  lockAnswer,
  lockAnsweredContact,
  lockContact,
  supersede,
  voidAnswer,
} from './answer.query.js';
import { linesOf } from './told-reply.query.js';
import { RecoveryService } from './recovery/recovery.service.js';
import { type AskedAnswers, insertSurveyAnswer, type ScoredAnswer, supersedeRest } from './survey-answer.query.js';

export { linesOf, type ToldReply, toldReply } from './told-reply.query.js';

type Measured = Pick<ScoredAnswer, 'kind'> & Partial<Pick<ScoredAnswer, 'item'>>;

/** Clocks differ; an answer further ahead of the server is a mistake. */
const aheadToleranceMs = 2 * 60_000;

/** What customers answer about contacts. */
@Injectable()
export class AnswerService {
  constructor(
    private readonly database: Database,
    private readonly recoveries: RecoveryService,
  ) {}

  record(viewer: Viewer, contactId: string, answer: RecordAnswer): Promise<AnswerRecorded> {
    return this.database.transaction((sql) => this.recordIn(sql, viewer, contactId, answer));
  }

  /** As part of the caller's transaction. */
  async recordIn(
    sql: Sql,
    viewer: Viewer,
    contactId: string,
    { kind, score, text, at }: RecordAnswer,
  ): Promise<AnswerRecorded> {
    const contact = await this.lockAnswerable(sql, viewer, contactId);
    const answeredAt = at === undefined ? new Date() : new Date(at);
    if (answeredAt.getTime() > Date.now() + aheadToleranceMs) throw aheadOfTime();
    if (at !== undefined && answeredAt < contact.startedAt) throw beforeContact();
    const answer = {
      ...{ id: uuid(), contactId, kind, scale: scaleOf(kind), score, text },
      ...{ at: answeredAt, createdBy: viewer.signInId },
    };
    await refuseOverOwn(sql, contactId, [answer]);
    await insertAnswer(sql, answer);
    const supersedes = await supersede(sql, answer);
    await this.recoveries.note(sql, { askId: null, contactId, by: viewer.signInId, answers: [answer] });
    return { id: answer.id, supersedes };
  }

  /** The contact, kept for this transaction; a refusal where the viewer may not record an answer about it. */
  async lockAnswerable(sql: Sql, viewer: Viewer, contactId: string): Promise<AnsweredContact> {
    await lockAccount(sql, { contactId });
    const contact = await lockAnsweredContact(sql, contactId, reachOf(viewer));
    if (!contact) throw notFound('contact');
    if (contact.isWithheld) throw ofOneself();
    if (contact.isVoided) throw conflict('voided', 'The contact is voided.');
    if (!contact.isHandled) throw conflict('contact-not-handled', 'Nobody was spoken to, so nobody can answer.');
    return contact;
  }

  /**
   * Before an asking itself, whoever asks, answers, voids or merges: the account, then the contact, then what was asked
   * about them. In another order two of them would wait for each other.
   */
  async lockAbout(sql: Sql, about: { accountId: string | null; contactId: string | null }): Promise<void> {
    await lockAccount(sql, about);
    if (about.contactId !== null) await lockContact(sql, about.contactId);
  }

  /** By whom was asked: what they say now counts, what they said before stays. The caller holds the contact. */
  async recordAsked(sql: Sql, asked: AskedAnswers, answers: readonly ScoredAnswer[]): Promise<void> {
    if (asked.enteredHow === 'by-hand' && asked.contactId !== null) await refuseOverOwn(sql, asked.contactId, answers);
    const recorded = answers.map((told) => ({ ...told, ...asked, id: uuid() }));
    for (const answer of recorded) {
      await insertSurveyAnswer(sql, answer);
      if (answer.contactId !== null) await supersede(sql, { ...answer, contactId: answer.contactId });
    }
    await supersedeRest(
      sql,
      asked.askId,
      recorded.map(({ id }) => id),
    );
    const { askId, contactId, createdBy: by } = asked;
    await this.recoveries.note(sql, { askId, contactId, by, answers: recorded });
  }

  /** Takes back what was answered with the contact, as part of its own taking back. */
  async undo(sql: Sql, contactId: string, { signInId, why }: { signInId: string; why: string }): Promise<void> {
    for (const { id } of await answersWithContact(sql, contactId)) {
      await voidAnswer(sql, id, signInId, why);
      await this.recoveries.withdraw(sql, id, signInId);
    }
  }

  async ofContact(viewer: Viewer, contactId: string): Promise<ContactAnswers> {
    const found = await answersOf(this.database, contactId, reachOf(viewer));
    if (!found) throw notFound('contact');
    const { answers, replies, isWithheld } = found;
    return { answers, replies: replies.map(({ askId, reply }) => ({ askId, lines: linesOf(reply, isWithheld) })) };
  }

  void(viewer: Viewer, id: string, { revision, why }: VoidEntry): Promise<Revised> {
    return this.database.transaction(async (sql) => {
      const answer = await lockAnswer(sql, id, reachOf(viewer));
      if (!answer) throw notFound('answer');
      if (answer.isWithheld) throw ofOneself();
      if (answer.isVoided) throw conflict('voided', 'The answer is voided.');
      if (answer.revision !== revision)
        throw conflict('revised-meanwhile', 'Somebody has changed this meanwhile. Look at it anew.', {
          values: { revision: answer.revision },
        });
      await voidAnswer(sql, id, viewer.signInId, why);
      await this.recoveries.withdraw(sql, id, viewer.signInId);
      return { id, revision: revision + 1 };
    });
  }
}

/** What customers answer themselves nobody here puts something else in the place of; it is voided with a reason, or stands. */
async function refuseOverOwn(sql: Sql, contactId: string, answers: readonly Measured[]): Promise<void> {
  for (const { kind, item = null } of answers)
    if (await hasOwnAnswer(sql, contactId, kind, item))
      throw conflict('survey-answered', 'The customer has answered about this contact already.');
}

const ofOneself = () => forbidden('Others see to a complaint about oneself.');

const aheadOfTime = () =>
  badRequest('ahead-of-time', 'The answer lies in the future.', {
    fields: [{ path: 'at', code: 'ahead-of-time', message: 'is more than 2 minutes ahead of the server' }],
  });

const beforeContact = () =>
  badRequest('answer-before-contact', 'An answer is given after its contact began.', {
    fields: [{ path: 'at', code: 'answer-before-contact', message: 'is before the contact began' }],
  });
