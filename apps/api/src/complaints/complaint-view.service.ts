import { Injectable } from '@nestjs/common';
import type { ComplaintDetail, ComplaintList, ComplaintQuery } from '@forecall/contracts';
import { possibleSteps } from '@forecall/domain';
import { allows } from '../platform/access/permit.js';
import type { Viewer } from '../platform/access/viewer.js';
import { Database } from '../platform/database/database.js';
import { inTime } from '../platform/database/in-time.js';
import { SqlValues } from '../platform/database/sql-values.js';
import { pageAfter, pageOf } from '../platform/http/page-cursor.js';
import { notFound } from '../platform/http/problem.js';
import { briefFields, complaintNames, detailFields } from './complaint-json.query.js';
import { listComplaints } from './listing/complaint-list.query.js';
import { type DetailRow, nameOf, shown, takenSteps } from './complaint-row.query.js';
import { isCustomerWithheld, isSeen, isWithheld, leads, mayDirect, sightOf } from './complaint-sight.service.js';
import { mayAnswer, mayGive, mayWithdraw } from './handing-over/handover-right.js';
import { pendingHandover } from './handing-over/handover.query.js';

/** Shows complaints to those who may see them. */
@Injectable()
export class ComplaintViewService {
  constructor(private readonly database: Database) {}

  async list(viewer: Viewer, query: ComplaintQuery): Promise<ComplaintList> {
    const sight = await sightOf(this.database, viewer);
    const after = pageAfter(query.after);
    const found = await inTime(this.database, (sql) => listComplaints(sql, query, sight, after));
    const { rows, head, next } = pageOf(found, query.limit);
    return { complaints: rows.map(({ complaint }) => shown(complaint)), head, next };
  }

  async isSeenBy(viewer: Viewer, id: string): Promise<boolean> {
    const values = new SqlValues();
    const sight = await sightOf(this.database, viewer);
    const row = await this.database.first(
      `SELECT FROM complaint k JOIN contact c ON c.id = k.contact_id
       WHERE k.id = ${values.add(id, 'uuid')} AND ${isSeen(sight, values)}`,
      values.list,
    );
    return row !== undefined;
  }

  async one(viewer: Viewer, id: string): Promise<ComplaintDetail> {
    const sight = await sightOf(this.database, viewer);
    const values = new SqlValues();
    const withheldOf = (complaint: string) => isWithheld(sight, values, complaint);
    const aboutWithheld = isCustomerWithheld('k.about_contact_id', sight, values);
    const row = await this.database.first<{ complaint: DetailRow }>(
      /* sql */ `
      SELECT (json_build_object(${briefFields(withheldOf('k'))})::jsonb || json_build_object(${detailFields(withheldOf, aboutWithheld)})::jsonb) AS complaint
      FROM complaint k JOIN contact c ON c.id = k.contact_id ${complaintNames}
      LEFT JOIN staff receiver ON receiver.id = c.rep_id
      LEFT JOIN team team_concerned ON team_concerned.id = k.team_concerned_id
      LEFT JOIN complaint earlier ON earlier.id = k.repeat_of
      LEFT JOIN complaint same ON same.id = k.merged_into
      WHERE k.id = ${values.add(id, 'uuid')} AND ${isSeen(sight, values)}`,
      values.list,
    );
    if (!row) throw notFound('complaint');
    const { repeatOf, repeatedBy, mergedInto, merged, pending, ...rest } = row.complaint;
    const mayAct = allows(viewer, 'complaint.work') && !rest.areNotesWithheld && rest.voidedAt === null && !mergedInto;
    const directed = directedOf(rest);
    const waiting = pending ? await pendingHandover(this.database, id, sight.staffId) : undefined;
    return {
      ...shown(rest),
      repeatOf: repeatOf && nameOf(repeatOf),
      repeatedBy: repeatedBy.map(nameOf),
      mergedInto: mergedInto && nameOf(mergedInto),
      merged: merged.map(nameOf),
      mayDirect: mayAct && mayDirect(sight, directed),
      mayGive: mayAct && mayGive(sight, directed, waiting),
      mayMoveReceipt: mayAct && leads(sight, directed),
      pendingHandover: pending && {
        ...pending,
        mayAnswer: mayAct && waiting !== undefined && mayAnswer(sight, waiting, directed.ownerId),
        mayWithdraw: mayAct && waiting !== undefined && mayWithdraw(sight, waiting),
      },
      possibleSteps: mayAct ? possibleSteps(takenSteps(rest.course), Date.now()) : [],
    };
  }
}

const directedOf = ({
  owner,
  handlingDepartment,
  answerableDepartment,
}: Pick<DetailRow, 'owner' | 'handlingDepartment' | 'answerableDepartment'>) => ({
  ownerId: owner?.id ?? null,
  handlingDepartmentId: handlingDepartment.id,
  answerableDepartmentId: answerableDepartment.id,
});
