import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Sql } from '../platform/database/database.js';

export interface ContactToBe {
  departmentId: string;
  answerableId?: string;
  teamId?: string | null;
  repId?: string | null;
  supervisorId?: string | null;
  accountId?: string | null;
  reasonId?: string | null;
  channel?: string;
  direction?: 'in' | 'out';
  purpose?: 'service' | 'proactive' | 'internal';
  outcome?: string;
  startedAt?: Date;
  endedAt: Date;
  waitSeconds?: number | null;
  talkSeconds?: number | null;
  holdSeconds?: number | null;
  wrapSeconds?: number | null;
  resolved?: boolean | null;
  attributes?: object;
  careClass?: string | null;
  repInCareId?: string | null;
}

/** A contact written past the API, for specs of what is counted. */
export async function aContact(sql: Sql, contact: ContactToBe): Promise<string> {
  const id = uuid();
  await sql.change(
    `INSERT INTO contact (id, conversation_id, account_id, channel, direction, purpose, outcome, started_at, ended_at,
       wait_seconds, talk_seconds, hold_seconds, wrap_seconds, reason_id, resolved, attributes,
       rep_id, team_id, supervisor_id, handling_department_id, answerable_department_id, account_class, rep_in_care_id,
       first_sha256)
     VALUES ($1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)`,
    [
      id,
      contact.accountId ?? null,
      contact.channel ?? 'phone',
      contact.direction ?? 'in',
      contact.purpose ?? 'service',
      contact.outcome ?? 'handled',
      contact.startedAt ?? contact.endedAt,
      contact.endedAt,
      contact.waitSeconds ?? null,
      contact.talkSeconds ?? null,
      contact.holdSeconds ?? null,
      contact.wrapSeconds ?? null,
      contact.reasonId ?? null,
      contact.resolved ?? null,
      contact.attributes ?? {},
      contact.repId ?? null,
      contact.teamId ?? null,
      contact.supervisorId ?? null,
      contact.departmentId,
      contact.answerableId ?? contact.departmentId,
      contact.careClass ?? null,
      contact.repInCareId ?? null,
      randomBytes(32),
    ],
  );
  return id;
}

/** A complaint received by that contact. */
export async function aComplaint(
  sql: Sql,
  contactId: string,
  {
    foundByUs = false,
    repConcernedId = null,
    receivedAt,
    repeatOf = null,
  }: { foundByUs?: boolean; repConcernedId?: string | null; receivedAt?: Date; repeatOf?: string | null } = {},
): Promise<string> {
  const id = uuid();
  await sql.change(
    `INSERT INTO complaint (id, contact_id, first_received_at, found_by_us, rep_concerned_id, repeat_of)
     SELECT $1, id, coalesce($2, ended_at), $3, $4, $5 FROM contact WHERE id = $6`,
    [id, receivedAt ?? null, foundByUs, repConcernedId, repeatOf, contactId],
  );
  return id;
}

/** A step of a complaint's course. */
export async function aStep(sql: Sql, complaintId: string, step: string, at: Date): Promise<void> {
  await sql.change('INSERT INTO complaint_step (id, complaint_id, step, at) VALUES ($1, $2, $3, $4)', [
    ...[uuid(), complaintId, step, at],
  ]);
}

/** A promise of so many seconds; steps that are there already keep it, as later ones will. */
export async function aClock(
  sql: Sql,
  complaintId: string,
  { kind, startedAt, seconds }: { kind: 'acknowledgement' | 'answer'; startedAt: Date; seconds: number },
): Promise<void> {
  const id = uuid();
  const [dueSoonAt, dueAt] = [0.5, 1].map((share) => new Date(startedAt.getTime() + seconds * share * 1000));
  await sql.change(
    `INSERT INTO clock (id, complaint_id, kind, unit, amount, started_at, due_soon_at, due_at)
     VALUES ($1, $2, $3, 'elapsed', $4, $5, $6, $7)`,
    [id, complaintId, kind, seconds, startedAt, dueSoonAt, dueAt],
  );
  await sql.change('UPDATE clock SET met_at = clock_met_at(id) WHERE id = $1', [id]);
}

/** Promised two kinds of answer, and most of the way to the end, some of it late, some of it taken up again; by chance. */
export async function aCourse(
  sql: Sql,
  complaintId: string,
  receivedAt: Date,
  next: (bound: number) => number,
): Promise<void> {
  const after = (hours: number) => new Date(receivedAt.getTime() + hours * 3_600_000);
  await aClock(sql, complaintId, { kind: 'acknowledgement', startedAt: receivedAt, seconds: 12 * 3600 });
  await aClock(sql, complaintId, { kind: 'answer', startedAt: receivedAt, seconds: 96 * 3600 });
  if (next(4) > 0) await aStep(sql, complaintId, 'acknowledged', after(next(24)));
  if (next(4) === 0) return;
  await sql.change('UPDATE complaint SET decision = $2 WHERE id = $1', [
    complaintId,
    ['upheld', 'partly', 'not'][next(3)],
  ]);
  if (next(3) > 0) await aStep(sql, complaintId, 'decided', after(30 + next(90)));
  await aStep(sql, complaintId, 'closed', after(120));
  if (next(3) > 0) return;
  await aStep(sql, complaintId, 'reopened', after(130 + next(1400)));
  if (next(2) === 0) await aStep(sql, complaintId, 'closed', after(1600));
}

/** An answer about a contact, with that contact's attribution; of 1..5 where nothing else is said. */
export async function anAnswer(
  sql: Sql,
  contactId: string,
  score: number,
  at?: Date,
  kind: 'csat' | 'nps' | 'ces' = 'csat',
): Promise<string> {
  const id = uuid();
  await sql.change(
    `INSERT INTO answer (id, contact_id, account_id, kind, scale, score, entered_how, at, rep_id, team_id, supervisor_id,
       handling_department_id, answerable_department_id, channel, reason_id, account_class)
     SELECT $1, id, account_id, $5, $6, $2, 'survey', coalesce($3, ended_at), rep_id, team_id, supervisor_id,
       handling_department_id, answerable_department_id, channel, reason_id, account_class FROM contact WHERE id = $4`,
    [id, score, at ?? null, contactId, kind, { csat: 5, nps: 11, ces: 7 }[kind]],
  );
  return id;
}

/** It was entered by one of ours. */
export const enteredByOurs = (sql: Sql, answerId: string): Promise<number> =>
  sql.change(`UPDATE answer SET entered_how = 'by-hand' WHERE id = $1`, [answerId]);
