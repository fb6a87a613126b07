import { Injectable } from '@nestjs/common';
import type { GiveComplaint, HandOver, ReturnHandover, Revised } from '@forecall/contracts';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { badRequest, conflict, forbidden } from '../../platform/http/problem.js';
import { linkRefusal } from '../complaint-refusal.js';
import { reviseComplaint } from '../complaint-row.query.js';
import { mayDirect } from '../complaint-sight.service.js';
import { isConcerned } from '../concerned.query.js';
import { type Working, workOn } from '../working-on.js';
import { mayAnswer, mayGiveTo, mayWithdraw } from './handover-right.js';
import {
  answerHandover,
  insertHandover,
  isAtWork,
  isDepartmentToday,
  moveContact,
  type Pending,
  pendingHandover,
} from './handover.query.js';

/** Who sees to a complaint, and which department answers for it. */
@Injectable()
export class HandoverService {
  constructor(private readonly database: Database) {}

  /** One takes what waits in the queue; who directs the complaint gives it to anybody at work, or back. */
  give(viewer: Viewer, id: string, { revision, ownerId, why }: GiveComplaint): Promise<Revised> {
    return this.database.transaction(async (sql) => {
      const complaint = await workOn(sql, viewer, id, revision);
      const isTaking = ownerId === viewer.staffId;
      const pending = await pendingHandover(sql, id, viewer.staffId);
      if (!mayGiveTo(complaint.sight, complaint, { ownerId, pending }))
        throw forbidden('Its owner, or who leads its departments, gives a complaint to somebody.');
      if (!isTaking && why.trim().length < 3) throw whyNeeded();
      if (ownerId !== null && !(await isAtWork(sql, ownerId))) throw linkRefusal('unknown-owner', '');
      if (await isConcerned(sql, id, ownerId)) throw linkRefusal('handed-to-concerned', '');
      return revised(sql, viewer, complaint, { ownerId, why });
    });
  }

  handOver(viewer: Viewer, id: string, { revision, departmentId, ownerId, why }: HandOver): Promise<Revised> {
    return this.database.transaction(async (sql) => {
      const complaint = await workOn(sql, viewer, id, revision);
      if (!mayDirect(complaint.sight, complaint))
        throw forbidden('Its owner, or who leads its departments, hands a complaint over.');
      const fromId = complaint.answerableDepartmentId;
      if (departmentId === fromId) throw conflict('same-department', 'This department answers for it already.');
      if (!(await isDepartmentToday(sql, departmentId))) throw unknownDepartment();
      if (ownerId !== null && !(await isAtWork(sql, ownerId))) throw linkRefusal('unknown-owner', '');
      if (await isConcerned(sql, id, ownerId)) throw linkRefusal('handed-to-concerned', '');
      if (await pendingHandover(sql, id, viewer.staffId))
        throw conflict('handover-pending', 'The last hand-over has not been answered yet.');
      const { ownerId: ownerBeforeId } = complaint;
      const by = viewer.signInId;
      await insertHandover(sql, { complaintId: id, fromId, toId: departmentId, ownerBeforeId, why, by });
      await moveContact(sql, complaint.contactId, { toId: departmentId, why, by });
      return revised(sql, viewer, complaint, { ownerId, why });
    });
  }

  accept(viewer: Viewer, id: string): Promise<Revised> {
    return this.answer(viewer, id, async (sql, complaint, pending) => {
      if (!mayAnswer(complaint.sight, pending, complaint.ownerId)) throw notTheirs();
      await answerHandover(sql, pending.id, { answer: 'accepted', why: '', by: viewer.signInId });
      return revised(sql, viewer, complaint, { ownerId: complaint.ownerId, why: 'accepted' });
    });
  }

  /** Back to where it came from, and to its owner there. */
  giveBack(viewer: Viewer, id: string, { why }: ReturnHandover): Promise<Revised> {
    return this.answer(viewer, id, async (sql, complaint, pending) => {
      if (!mayAnswer(complaint.sight, pending, complaint.ownerId)) throw notTheirs();
      return this.moveBack(sql, viewer, complaint, pending, { answer: 'returned', why });
    });
  }

  withdraw(viewer: Viewer, id: string): Promise<Revised> {
    return this.answer(viewer, id, async (sql, complaint, pending) => {
      if (!mayWithdraw(complaint.sight, pending)) throw forbidden('Who handed it over takes it back.');
      return this.moveBack(sql, viewer, complaint, pending, { answer: 'withdrawn', why: 'withdrawn' });
    });
  }

  private answer(
    viewer: Viewer,
    id: string,
    work: (sql: Sql, complaint: Working, pending: Pending) => Promise<Revised>,
  ): Promise<Revised> {
    return this.database.transaction(async (sql) => {
      const complaint = await workOn(sql, viewer, id);
      const pending = await pendingHandover(sql, id, viewer.staffId);
      if (!pending) throw conflict('no-handover', 'No hand-over of this complaint waits for an answer.');
      return work(sql, complaint, pending);
    });
  }

  private async moveBack(
    sql: Sql,
    viewer: Viewer,
    complaint: Working,
    { id, fromId, ownerBeforeId }: Pending,
    told: { readonly answer: 'returned' | 'withdrawn'; readonly why: string },
  ): Promise<Revised> {
    await answerHandover(sql, id, { ...told, by: viewer.signInId });
    await moveContact(sql, complaint.contactId, { toId: fromId, why: told.why, by: viewer.signInId });
    const ownerId = (await isConcerned(sql, complaint.id, ownerBeforeId)) ? null : ownerBeforeId;
    return revised(sql, viewer, complaint, { ownerId, why: told.why });
  }
}

async function revised(
  sql: Sql,
  viewer: Viewer,
  { id, revision }: Pick<Working, 'id' | 'revision'>,
  { ownerId, why }: { readonly ownerId: string | null; readonly why: string },
): Promise<Revised> {
  await reviseComplaint(sql, id, { owner_id: ownerId }, { signInId: viewer.signInId, why });
  return { id, revision: revision + 1 };
}

const whyNeeded = () =>
  badRequest('why-needed', 'why: say why it goes to somebody else.', {
    fields: [{ path: 'why', code: 'required', message: 'say why in a few words' }],
  });

const unknownDepartment = () =>
  badRequest('unknown-department', 'departmentId: there is no such department today.', {
    fields: [{ path: 'departmentId', code: 'unknown-department', message: 'there is no such department today' }],
  });

const notTheirs = () => forbidden('The department it came to accepts or returns it.');
