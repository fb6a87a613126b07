import { v7 as uuid } from 'uuid';
import type { Sql } from '../platform/database/database.js';

/** A class of an account, past the page that sets it. */
export async function aClass(
  sql: Sql,
  accountId: string,
  careClass: string,
  { from, to = null }: { from: Date; to?: Date | null },
): Promise<void> {
  await sql.change('INSERT INTO account_class (id, account_id, class, "from", "to") VALUES ($1, $2, $3, $4, $5)', [
    ...[uuid(), accountId, careClass, from, to],
  ]);
}

export async function aRepInCare(sql: Sql, accountId: string, staffId: string, from: Date): Promise<void> {
  await sql.change(`INSERT INTO account_care (id, account_id, staff_id, part, "from") VALUES ($1, $2, $3, 'rep', $4)`, [
    uuid(),
    accountId,
    staffId,
    from,
  ]);
}

export interface PlannedCallToBe {
  readonly accountId: string;
  readonly dueOn: string;
  readonly graceUntil?: string | null;
  readonly state?: 'planned' | 'reached' | 'missed' | 'dropped';
  readonly endedAt?: Date | null;
  readonly contactId?: string | null;
  readonly staffId?: string | null;
  readonly teamId?: string | null;
  readonly departmentId?: string | null;
  readonly careClass?: string;
}

export async function aPlannedCall(sql: Sql, call: PlannedCallToBe): Promise<string> {
  const id = uuid();
  await sql.change(
    `INSERT INTO planned_call (id, account_id, due_on, earliest_on, grace_until, state, ended_at, contact_id, staff_id,
       team_id, department_id, class)
     VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[id, call.accountId, call.dueOn, call.graceUntil ?? null, call.state ?? 'planned', call.endedAt ?? null],
      ...[call.contactId ?? null, call.staffId ?? null, call.teamId ?? null, call.departmentId ?? null],
      call.careClass ?? 'loyal',
    ],
  );
  return id;
}

export interface PromiseToBe {
  readonly accountId: string;
  readonly ownerId: string;
  readonly teamId?: string | null;
  readonly departmentId?: string | null;
  readonly contactId?: string | null;
  readonly madeAt: Date;
  readonly dueAt: Date;
  readonly keptAt?: Date | null;
  readonly voidedAt?: Date | null;
  /** To another time, said at a moment. */
  readonly renegotiated?: { readonly at: Date; readonly to: Date };
}

export async function aPromise(sql: Sql, promise: PromiseToBe): Promise<string> {
  const id = uuid();
  const { renegotiated } = promise;
  await sql.change(
    `INSERT INTO promise (id, account_id, contact_id, what, original_due_at, due_at, owner_id, team_id, department_id,
       made_at, kept_at, voided_at)
     VALUES ($1, $2, $3, 'We call back', $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[id, promise.accountId, promise.contactId ?? null, promise.dueAt, renegotiated?.to ?? promise.dueAt],
      ...[promise.ownerId, promise.teamId ?? null, promise.departmentId ?? null, promise.madeAt],
      ...[promise.keptAt ?? null, promise.voidedAt ?? null],
    ],
  );
  if (renegotiated)
    await sql.change(`INSERT INTO promise_step (id, promise_id, act, at) VALUES ($1, $2, 'renegotiated', $3)`, [
      ...[uuid(), id, renegotiated.at],
    ]);
  return id;
}

export async function aTraining(sql: Sql, accountId: string, heldOn: string, isVoid = false): Promise<void> {
  await sql.change(
    `INSERT INTO training_session (id, account_id, topic, held_on, voided_at)
     VALUES ($1, $2, 'What we can do', $3, CASE WHEN $4 THEN now() END)`,
    [uuid(), accountId, heldOn, isVoid],
  );
}
