import { addDays, localDay, startOfDay } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import type { Sql } from '../platform/database/database.js';

export interface ContactsAt {
  readonly departmentId: string;
  readonly at: Date;
  readonly contacts: number;
  readonly complaints: number;
  readonly reasonId?: string;
  readonly teamId?: string;
  readonly accountId?: string;
  readonly channel?: string;
  readonly product?: string;
  readonly batchId?: string;
}

/** Handled contacts that ended at one moment, the first of them complaints. */
export const contactsAt = (sql: Sql, told: ContactsAt): Promise<number> =>
  sql.change(
    `INSERT INTO contact (id, conversation_id, channel, direction, purpose, outcome, started_at, ended_at, reason_id, team_id,
       account_id, attributes, batch_id, handling_department_id, answerable_department_id, first_sha256, complaint_mark)
     SELECT id, id, $5, 'in', 'service', 'handled', $2, $2, $6, $7, $8, $9, $10, $1, $1, '\\x00', CASE WHEN n <= $4 THEN 1 ELSE 0 END
     FROM (SELECT gen_random_uuid() AS id, n FROM generate_series(1, $3) n) made`,
    [
      ...[told.departmentId, told.at, told.contacts, told.complaints, told.channel ?? 'phone', told.reasonId ?? null],
      ...[
        told.teamId ?? null,
        told.accountId ?? null,
        told.product ? { product: told.product } : {},
        told.batchId ?? null,
      ],
    ],
  );

/** Complete days before today, each the same at noon: a past by which a department can be watched. */
export async function anEvenPast(
  sql: Sql,
  told: Omit<ContactsAt, 'at'>,
  { days = 60, zone = 'Asia/Shanghai' } = {},
): Promise<void> {
  const today = localDay(new Date(), zone);
  for (let n = 1; n <= days; n += 1) {
    const noon = startOfDay(addDays(today, -n), zone).getTime() + 12 * 3_600_000;
    // A little up and down, so that the past is one that chance gives.
    const complaints = Math.max(0, told.complaints + ((n * 7) % 5) - 2);
    await contactsAt(sql, { ...told, complaints, at: new Date(noon) });
  }
}

const choices = [7, 31, 92, 365].map((budgetDays) => ({
  ...{ budgetDays, threshold: 4, falseAlarmDays: budgetDays, delayContacts: 440, delayDays: 1.3 },
}));

/** A department is watched from now on: 2 % are usual, and a sum of 4 raises an alarm. */
export async function aWatchedDepartment(sql: Sql, departmentId: string): Promise<string> {
  const id = uuid();
  await sql.change(
    `INSERT INTO alarm_baseline (id, department_id, usual, contacts_per_day, odds_ratio, budget_days, threshold, choices, past_from,
       past_to, past_contacts, past_complaints, why, since)
     VALUES ($1, $2, 0.02, 300, 2, 31, 4, $3, '2026-01-01', '2026-03-01', 18000, 360, 'first', now())`,
    [id, departmentId, JSON.stringify(choices)],
  );
  await sql.change(`INSERT INTO alarm_input (department_id, n, kind, baseline_id) VALUES ($1, 1, 'baseline', $2)`, [
    ...[departmentId, id],
  ]);
  await sql.change(
    `INSERT INTO alarm_evidence (department_id, n, sum, contacts, complaints, is_raised, baseline_id) VALUES ($1, 1, 0, 0, 0, false, $2)`,
    [departmentId, id],
  );
  return id;
}

export interface AlarmTold {
  readonly departmentId: string;
  readonly raisedAt?: Date;
  readonly outcome?: 'explained' | 'false' | null;
}

/** An alarm as if it had been raised, with a baseline of its own that was in force until now. */
export async function anAlarm(
  sql: Sql,
  { departmentId, raisedAt = new Date(Date.now() - 3_600_000), outcome = null }: AlarmTold,
): Promise<string> {
  const [id, baselineId] = [uuid(), uuid()];
  await sql.change(
    `INSERT INTO alarm_baseline (id, department_id, usual, contacts_per_day, odds_ratio, budget_days, threshold, choices, past_from,
       past_to, past_contacts, past_complaints, why, since, until)
     VALUES ($1, $2, 0.02, 300, 2, 31, 4, $3, '2026-01-01', '2026-03-01', 18000, 360, 'first', $4, now())`,
    [baselineId, departmentId, JSON.stringify(choices), raisedAt],
  );
  await sql.change(
    `INSERT INTO alarm (id, department_id, baseline_id, n, raised_at, since, contacts, complaints, outcome, cause, ended_at, told_at)
     VALUES ($1, $2, $3, (SELECT coalesce(max(n), 0) + 1 FROM alarm WHERE department_id = $2), $4::timestamptz,
       $4::timestamptz - interval '1 hour', 1057, 56, $5, CASE $5 WHEN 'explained' THEN 'process' END,
       CASE WHEN $5::text IS NOT NULL THEN now() END, now())`,
    [id, departmentId, baselineId, raisedAt, outcome],
  );
  return id;
}
