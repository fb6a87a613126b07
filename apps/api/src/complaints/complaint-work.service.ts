import { Injectable } from '@nestjs/common';
import type { CorrectComplaint, Revised, VoidEntry } from '@forecall/contracts';
import { teamAt } from '../attribution/attribution.service.js';
import { reachOf, type Viewer } from '../platform/access/viewer.js';
import { Database, type Sql } from '../platform/database/database.js';
import { badRequest, forbidden } from '../platform/http/problem.js';
import { ClockDutiesService } from './clocks/clock-duties.service.js';
import { restartClocks } from './clocks/clocks.service.js';
import { linkRefusal, sayingRefusal } from './complaint-refusal.js';
import { isConcerned } from './concerned.query.js';
import { moveReceipt, reviseComplaint } from './complaint-row.query.js';
import { linkFault } from './receive-complaint.query.js';
import { sayingFaults } from './said-by-steps.js';
import { workOn } from './working-on.js';

/** Corrects and voids complaints, keeping what was there. */
@Injectable()
export class ComplaintWorkService {
  constructor(
    private readonly database: Database,
    private readonly clockDuties: ClockDutiesService,
  ) {}

  correct(viewer: Viewer, id: string, { revision, why, changes }: CorrectComplaint): Promise<Revised> {
    return this.database.transaction(async (sql) => {
      const complaint = await workOn(sql, viewer, id, revision);
      if (changes.receivedAt !== undefined && !complaint.isLed)
        throw forbidden('Those who lead say when it was received.');
      const unsaid = sayingFaults(changes, complaint);
      if (unsaid.length > 0) throw sayingRefusal(unsaid);
      const fault = await linkFault(
        sql,
        {
          contactId: complaint.contactId,
          receivedAt: changes.receivedAt ?? null,
          repConcernedId: changes.repConcernedId ?? null,
          aboutContactId: changes.aboutContactId ?? null,
          // A receipt that moves must leave the complaint that it repeats the earlier one.
          repeatOfId:
            changes.repeatOfId ?? (changes.receivedAt && changes.repeatOfId !== null ? complaint.repeatOfId : null),
          ownerId: null,
        },
        reachOf(viewer),
      );
      if (fault) throw linkRefusal(fault, 'changes.');
      if (changes.receivedAt !== undefined && !(await moveReceipt(sql, id, changes.receivedAt)))
        throw receivedAfterStep();
      await reviseComplaint(sql, id, columnsOf(changes), { signInId: viewer.signInId, why });
      if (changes.repConcernedId && (await isConcerned(sql, id, complaint.ownerId)))
        throw linkRefusal('owner-concerned', 'changes.');
      if (changes.repConcernedId !== undefined || changes.aboutContactId !== undefined) await this.followRep(sql, id);
      if (changes.receivedAt !== undefined) await restartClocks(sql, id);
      await this.clockDuties.follow(sql, id, viewer.signInId);
      return { id, revision: revision + 1 };
    });
  }

  void(viewer: Viewer, id: string, { revision, why }: VoidEntry): Promise<Revised> {
    return this.database.transaction(async (sql) => {
      await workOn(sql, viewer, id, revision);
      await reviseComplaint(sql, id, { voided_at: new Date(), void_reason: why }, { signInId: viewer.signInId, why });
      await this.clockDuties.follow(sql, id, viewer.signInId);
      return { id, revision: revision + 1 };
    });
  }

  /** The team concerned is the one its rep was in when the thing happened. */
  private async followRep(sql: Sql, id: string): Promise<void> {
    const happenedAt = `(SELECT coalesce(about.ended_at, c.ended_at) FROM contact c
      LEFT JOIN contact about ON about.id = k.about_contact_id WHERE c.id = k.contact_id)`;
    await sql.change(
      `UPDATE complaint k SET team_concerned_id = ${teamAt('k.rep_concerned_id', happenedAt)} WHERE k.id = $1`,
      [id],
    );
  }
}

const columnOf = {
  summary: 'summary',
  remedySought: 'remedy_sought',
  remedyGiven: 'remedy_given',
  severity: 'severity',
  impact: 'impact',
  needForAction: 'need_for_action',
  furtherOptions: 'further_options',
  decision: 'decision',
  repConcernedId: 'rep_concerned_id',
  aboutContactId: 'about_contact_id',
  repeatOfId: 'repeat_of',
  receivedAt: 'first_received_at',
} as const satisfies Record<keyof CorrectComplaint['changes'], string>;

const columnsOf = (changes: CorrectComplaint['changes']): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(changes).map(([field, value]) => [columnOf[field as keyof typeof columnOf], value]),
  );

const receivedAfterStep = () =>
  badRequest('invalid', 'changes.receivedAt: a step of the complaint, or one that repeats it, came before.', {
    fields: [
      { path: 'changes.receivedAt', code: 'received-after-step', message: 'a step, or a repeat, came before this' },
    ],
  });
