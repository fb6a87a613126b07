import { Injectable } from '@nestjs/common';
import type { Revised } from '@forecall/contracts';
import { ComplaintService } from '../../complaints/complaint.service.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { conflict, notFound } from '../../platform/http/problem.js';
import { releaseCall } from '../calls/phone-call.query.js';
import { WrapUpService } from '../../proactive/calls/wrap-up.service.js';
import { AnswerService } from '../../satisfaction/answer.service.js';
import { HandOverService } from '../handing-over/hand-over.service.js';
import { hasLiveAnswers, reviseContact } from './correction.query.js';

/** The console offers it for ten seconds; the way there and back may take a while. */
const withinSeconds = 60;
const why = 'undone';

/** Takes back a contact right after it was saved, by whoever saved it: voided, as if it had not been. */
@Injectable()
export class UndoService {
  constructor(
    private readonly database: Database,
    private readonly complaints: ComplaintService,
    private readonly handOvers: HandOverService,
    private readonly answers: AnswerService,
    private readonly wrapUps: WrapUpService,
  ) {}

  undo(viewer: Viewer, id: string): Promise<Revised> {
    const by = { signInId: viewer.signInId, why };
    return this.database.transaction(async (sql) => {
      const contact = await sql.first<{
        revision: number;
        accountId: string | null;
        isVoided: boolean;
        isFresh: boolean;
      }>(
        `SELECT revision, account_id AS "accountId", voided_at IS NOT NULL AS "isVoided",
           created_at > now() - make_interval(secs => $3) AS "isFresh"
         FROM contact WHERE id = $1 AND created_by = $2 AND batch_id IS NULL FOR UPDATE`,
        [id, viewer.signInId, withinSeconds],
      );
      if (!contact) throw notFound('contact');
      if (contact.isVoided) throw conflict('voided', 'The contact is voided.');
      // What they said on the spot came with the call; an answer that came after it stays.
      await this.answers.undo(sql, id, by);
      if (!contact.isFresh || (await hasLiveAnswers(sql, id)) || !(await this.complaints.undo(sql, id, by)))
        throw conflict('too-late-to-undo', 'Too late to undo. Correct the contact instead.');
      await releaseCall(sql, id);
      await this.handOvers.cancel(sql, viewer, id);
      await reviseContact(sql, id, { voided_at: new Date(), void_reason: why }, by);
      if (contact.accountId !== null) await this.wrapUps.takeBack(sql, id, contact.accountId);
      return { id, revision: contact.revision + 1 };
    });
  }
}
