import { Injectable } from '@nestjs/common';
import type { HandedOver, HandOverContact } from '@forecall/contracts';
import { isCustomerWithheld } from '../../complaints/complaint-sight.service.js';
import { DutyViewService } from '../../duties/duty-view.service.js';
import { DutyService } from '../../duties/duty.service.js';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import { badRequest, notFound } from '../../platform/http/problem.js';

/** Somebody waits while it is handed over: whoever takes it has this long before it goes up. */
const takenWithinMinutes = 15;

const about = (id: string) => ({ source: { entity: 'contact', id }, kind: 'hand-over' }) as const;

/** Hands a contact over: somebody else goes on with it, in a contact of their own of the same conversation. */
@Injectable()
export class HandOverService {
  constructor(
    private readonly database: Database,
    private readonly duties: DutyService,
    private readonly views: DutyViewService,
  ) {}

  /** Within the transaction that stored the contact. */
  async begin(sql: Sql, viewer: Viewer, contactId: string, to: HandOverContact): Promise<void> {
    const told = await sql.first<{ isThere: boolean; what: string | null }>(
      `SELECT EXISTS (SELECT FROM staff WHERE id = $2 AND left_on IS NULL)
           OR EXISTS (SELECT FROM department WHERE id = $3 AND ("to" IS NULL OR "to" > now())) AS "isThere",
         coalesce(p.name, a.name) AS what
       FROM contact c LEFT JOIN person p ON p.id = c.person_id LEFT JOIN account a ON a.id = c.account_id WHERE c.id = $1`,
      [contactId, to.staffId, to.departmentId],
    );
    if (!told?.isThere) throw nobodyThere();
    await this.duties.open(sql, {
      ...{ kind: 'hand-over', ownerId: to.staffId, departmentId: to.departmentId, by: viewer.signInId },
      dueAt: new Date(Date.now() + takenWithinMinutes * 60_000),
      source: about(contactId).source,
      parameters: { what: told.what ?? '' },
    });
  }

  /** Within the transaction that stored the contact that goes on with it; of those in whose day it is. */
  async end(sql: Sql, viewer: Viewer, contactId: string): Promise<void> {
    if (await this.views.isInDay(viewer, about(contactId)))
      await this.duties.done(sql, about(contactId), viewer.signInId);
  }

  /** The contact was none after all. */
  async cancel(sql: Sql, viewer: Viewer, contactId: string): Promise<void> {
    await this.duties.cancel(sql, about(contactId), viewer.signInId);
  }

  /** For those in whose day it is, though the contact is another's; not who it is a complaint about. */
  async read(viewer: Viewer, contactId: string): Promise<HandedOver> {
    if (!(await this.views.isInDay(viewer, about(contactId)))) throw notFound('contact');
    const values = new SqlValues();
    const row = await this.database.first<HandedOver & Record<string, unknown>>(
      `SELECT c.id AS "contactId", c.conversation_id AS "conversationId", s.name AS "from",
         to_char(c.ended_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "endedAt",
         c.account_id AS "accountId", c.person_id AS "personId", c.reason_id AS "reasonId", c.note
       FROM contact c LEFT JOIN staff s ON s.id = c.rep_id
       WHERE c.id = ${values.add(contactId, 'uuid')} AND c.voided_at IS NULL
         AND NOT ${isCustomerWithheld('c.id', reachOf(viewer), values)}`,
      values.list,
    );
    if (!row) throw notFound('contact');
    return row;
  }
}

const nobodyThere = () =>
  badRequest('invalid', 'handOver: there is nobody of that id.', {
    fields: [{ path: 'handOver', code: 'unknown-owner', message: 'there is nobody of that id' }],
  });
