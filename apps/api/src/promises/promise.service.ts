import { Injectable } from '@nestjs/common';
import type { LogContact, MakePromise } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import type { Viewer } from '../platform/access/viewer.js';
import type { Sql } from '../platform/database/database.js';
import { badField } from '../platform/http/problem.js';

/** What was promised to customers. */
@Injectable()
export class PromiseService {
  /** With the contact in which it was made, in the transaction that stores it. */
  async make(sql: Sql, viewer: Viewer, contact: LogContact, { what, dueAt, ownerId }: MakePromise): Promise<string> {
    if (dueAt < contact.endedAt)
      throw badField({ path: 'promise.dueAt', code: 'promised-for-before', message: 'lies before the contact ended' });
    const id = uuid();
    const made = await sql.change(
      /* sql */ `
      INSERT INTO promise (id, account_id, person_id, contact_id, what, original_due_at, due_at, owner_id, team_id,
        department_id, made_by)
      SELECT $1, c.account_id, c.person_id, c.id, $3, $4, $4, s.id, m.team_id, t.department_id, $6
      FROM contact c JOIN staff s ON s.id = $5 AND s.left_on IS NULL
      LEFT JOIN membership m ON m.staff_id = s.id AND m."from" <= now() AND (m."to" IS NULL OR m."to" > now())
      LEFT JOIN team t ON t.id = m.team_id
      WHERE c.id = $2 AND c.account_id IS NOT NULL`,
      [id, contact.id, what, dueAt, ownerId ?? viewer.staffId, viewer.signInId],
    );
    if (made === 0)
      throw badField({ path: 'promise.ownerId', code: 'unknown-staff', message: 'there is nobody of this id' });
    await sql.change(`INSERT INTO promise_step (id, promise_id, act, by_sign_in_id) VALUES ($1, $2, 'made', $3)`, [
      ...[uuid(), id, viewer.signInId],
    ]);
    return id;
  }
}
