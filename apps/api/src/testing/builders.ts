import { createHash, randomBytes } from 'node:crypto';
import type { RoleName } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import type { Sql } from '../platform/database/database.js';

/** Rows for specs, each with the least that its table asks for. Every builder gives back the new row's id. */

let counter = 0;
const next = () => (counter += 1);

export async function anOrganisation(
  sql: Sql,
  { name = 'Beichen Systems', zone = 'Asia/Shanghai' } = {},
): Promise<string> {
  const id = uuid();
  await sql.change('INSERT INTO organisation (id, name, zone) VALUES ($1, $2, $3)', [id, name, zone]);
  return id;
}

export async function aDepartment(sql: Sql, { name = `Department ${next()}` } = {}): Promise<string> {
  const id = uuid();
  await sql.change('INSERT INTO department (id, name) VALUES ($1, $2)', [id, name]);
  return id;
}

export async function aTeam(sql: Sql, departmentId: string, { name = `Team ${next()}` } = {}): Promise<string> {
  const id = uuid();
  await sql.change('INSERT INTO team (id, department_id, name) VALUES ($1, $2, $3)', [id, departmentId, name]);
  return id;
}

export async function aStaff(
  sql: Sql,
  { name = `Staff ${next()}`, teamId }: { name?: string; teamId?: string } = {},
): Promise<string> {
  const id = uuid();
  await sql.change('INSERT INTO staff (id, name, external_id) VALUES ($1, $2, $3)', [id, name, `S-${next()}`]);
  if (teamId)
    await sql.change('INSERT INTO membership (id, staff_id, team_id) VALUES ($1, $2, $3)', [uuid(), id, teamId]);
  return id;
}

export async function aSupervisorOf(sql: Sql, teamId: string, staffId: string): Promise<void> {
  await sql.change(`INSERT INTO leadership (id, staff_id, role, team_id) VALUES ($1, $2, 'supervisor', $3)`, [
    uuid(),
    staffId,
    teamId,
  ]);
}

export async function aReason(
  sql: Sql,
  departmentId: string | null,
  { name = `Reason ${next()}`, parentId = null }: { name?: string; parentId?: string | null } = {},
): Promise<string> {
  const id = uuid();
  await sql.change(
    'INSERT INTO reason (id, parent_id, name_en, name_zh, answerable_department_id) VALUES ($1, $2, $3, $3, $4)',
    [id, parentId, name, departmentId],
  );
  return id;
}

export async function anAccount(sql: Sql, { name = `Account ${next()}` } = {}): Promise<string> {
  const id = uuid();
  await sql.change('INSERT INTO account (id, number, name) VALUES ($1, $2, $3)', [id, `A-${next()}`, name]);
  return id;
}

export interface SignedIn {
  readonly signInId: string;
  readonly staffId: string;
  /** The value of the Cookie header. */
  readonly cookie: string;
}

/** A sign-in with one role and an open session. `unitId`: the supervisor's team or the head's department. */
export async function aSignIn(
  sql: Sql,
  { role, unitId = null, staffId }: { role: RoleName; unitId?: string | null; staffId?: string },
): Promise<SignedIn> {
  const staff = staffId ?? (await aStaff(sql));
  const signInId = uuid();
  await sql.change('INSERT INTO sign_in (id, staff_id, email) VALUES ($1, $2, $3)', [
    signInId,
    staff,
    `person${next()}@example.test`,
  ]);
  await sql.change(
    'INSERT INTO role_grant (id, sign_in_id, role, team_id, department_id) VALUES ($1, $2, $3, $4, $5)',
    [uuid(), signInId, role, role === 'supervisor' ? unitId : null, role === 'head' ? unitId : null],
  );
  return { signInId, staffId: staff, cookie: await aSession(sql, signInId) };
}

export async function aSession(sql: Sql, signInId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await sql.change(
    `INSERT INTO session (token_sha256, sign_in_id, expires_at) VALUES ($1, $2, now() + interval '1 day')`,
    [createHash('sha256').update(token).digest(), signInId],
  );
  return `forecall_session=${token}`;
}
