import { Injectable } from '@nestjs/common';
import type {
  CloseComplaint,
  ComplaintStands,
  CorrectComplaint,
  Revised,
  TakeStep,
  VoidEntry,
} from '@forecall/contracts';
import { type ComplaintStep, inOrder, isOpen, stageOf, stepFault } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { teamAt } from '../attribution/attribution.service.js';
import { reachOf, type Viewer } from '../platform/access/viewer.js';
import { Database, type Sql } from '../platform/database/database.js';
import { badRequest, conflict, forbidden, notFound } from '../platform/http/problem.js';
import { startClocks } from './clocks/clocks.service.js';
import { linkRefusal, stepRefusal } from './complaint-refusal.js';
import {
  courseOf,
  type LockedComplaint,
  lockComplaint,
  moveReceipt,
  reviseComplaint,
  writeColumns,
} from './complaint-row.query.js';
import { sightOf } from './complaint-sight.service.js';
import { linkFault } from './receive-complaint.query.js';

/** Clocks differ; a step further ahead of the server is a mistake. */
const aheadToleranceMs = 2 * 60_000;

/** Takes complaints through their course, corrects and voids them. */
@Injectable()
export class ComplaintWorkService {
  constructor(private readonly database: Database) {}

  acknowledge(viewer: Viewer, id: string, told: TakeStep): Promise<ComplaintStands> {
    return this.takeStep(viewer, id, 'acknowledged', told, {});
  }

  close(
    viewer: Viewer,
    id: string,
    { closing, decision, remedyGiven, ...told }: CloseComplaint,
  ): Promise<ComplaintStands> {
    return this.takeStep(viewer, id, 'closed', told, {
      closing,
      // What was decided before the close stays, unless it is said anew.
      ...(decision ? { decision } : {}),
      ...(remedyGiven ? { remedy_given: remedyGiven } : {}),
    });
  }

  reopen(viewer: Viewer, id: string, told: TakeStep): Promise<ComplaintStands> {
    return this.takeStep(viewer, id, 'reopened', told, { closing: null });
  }

  correct(viewer: Viewer, id: string, { revision, why, changes }: CorrectComplaint): Promise<Revised> {
    return this.database.transaction(async (sql) => {
      const complaint = await this.lock(sql, viewer, id);
      if (complaint.revision !== revision) throw revisedMeanwhile(complaint.revision);
      if (changes.receivedAt !== undefined && !complaint.isLed)
        throw forbidden('Those who lead say when it was received.');
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
          ownerId: changes.ownerId ?? null,
        },
        reachOf(viewer),
      );
      if (fault) throw linkRefusal(fault, 'changes.');
      if (changes.receivedAt !== undefined && !(await moveReceipt(sql, id, changes.receivedAt)))
        throw receivedAfterStep();
      await reviseComplaint(sql, id, columnsOf(changes), { signInId: viewer.signInId, why });
      if (changes.repConcernedId !== undefined || changes.aboutContactId !== undefined) await this.followRep(sql, id);
      return { id, revision: revision + 1 };
    });
  }

  void(viewer: Viewer, id: string, { revision, why }: VoidEntry): Promise<Revised> {
    return this.database.transaction(async (sql) => {
      const complaint = await this.lock(sql, viewer, id);
      if (complaint.revision !== revision) throw revisedMeanwhile(complaint.revision);
      await reviseComplaint(sql, id, { voided_at: new Date(), void_reason: why }, { signInId: viewer.signInId, why });
      return { id, revision: revision + 1 };
    });
  }

  private takeStep(
    viewer: Viewer,
    id: string,
    step: ComplaintStep,
    { at, note }: TakeStep,
    columns: Readonly<Record<string, unknown>>,
  ): Promise<ComplaintStands> {
    return this.database.transaction(async (sql) => {
      const { revision } = await this.lock(sql, viewer, id);
      const course = await courseOf(sql, id);
      // A step told without a time follows the last one, even if that came from a clock ahead of ours.
      const lastAt = inOrder(course).at(-1)?.at ?? 0;
      const next = { step, at: at === undefined ? Math.max(Date.now(), lastAt) : Date.parse(at) };
      if (next.at > Date.now() + aheadToleranceMs) throw aheadOfTime();
      const fault = stepFault(course, next);
      if (fault) throw stepRefusal(fault);
      await writeColumns(sql, id, columns);
      await sql.change(
        'INSERT INTO complaint_step (id, complaint_id, step, at, by_sign_in_id, note) VALUES ($1, $2, $3, $4, $5, $6)',
        [uuid(), id, step, new Date(next.at), viewer.signInId, note],
      );
      await startClocks(sql, [id]);
      const now = [...course, next];
      return { id, revision: revision + 1, stage: stageOf(now) ?? step, isOpen: isOpen(now) };
    });
  }

  private async lock(sql: Sql, viewer: Viewer, id: string): Promise<LockedComplaint> {
    const complaint = await lockComplaint(sql, id, await sightOf(sql, viewer));
    if (!complaint) throw notFound('complaint');
    if (complaint.isWithheld) throw forbidden('Others see to a complaint about oneself.');
    if (complaint.isVoided || complaint.isMerged) throw conflict('voided', 'The complaint is voided or merged.');
    return complaint;
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
  decision: 'decision',
  repConcernedId: 'rep_concerned_id',
  aboutContactId: 'about_contact_id',
  repeatOfId: 'repeat_of',
  ownerId: 'owner_id',
  receivedAt: 'first_received_at',
} as const satisfies Record<keyof CorrectComplaint['changes'], string>;

const columnsOf = (changes: CorrectComplaint['changes']): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(changes).map(([field, value]) => [columnOf[field as keyof typeof columnOf], value]),
  );

const revisedMeanwhile = (revision: number) =>
  conflict('revised-meanwhile', 'Somebody has changed this meanwhile. Look at it anew.', { values: { revision } });

const receivedAfterStep = () =>
  badRequest('invalid', 'changes.receivedAt: a step of the complaint, or one that repeats it, came before.', {
    fields: [
      { path: 'changes.receivedAt', code: 'received-after-step', message: 'a step, or a repeat, came before this' },
    ],
  });

const aheadOfTime = () =>
  badRequest('ahead-of-time', 'The step lies in the future.', {
    fields: [{ path: 'at', code: 'ahead-of-time', message: 'is more than 2 minutes ahead of the server' }],
  });
