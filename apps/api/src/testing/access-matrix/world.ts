import { type RoleName, roleNames, tokenScopes } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { newSecret } from '../../platform/access/secret.js';
import type { Sql } from '../../platform/database/database.js';
import { anOrganisation, aSession, aStaff } from '../builders.js';
import { aDesk, type Desk } from '../desk-builders.js';
import { createTestApp, type TestApp } from '../test-app.js';
import { aUser, type User } from '../users.js';

/** Columns of the table. `token` has every scope and acts for somebody with every role: the most a token can do. */
export const columns = ['nobody', ...roleNames, 'token'] as const;
export type Column = (typeof columns)[number];

/** Rows of one route: a record of one's own unit and work, one of the neighbouring unit, and an id that nothing has. */
export const recordKinds = ['own', 'neighbour', 'absent'] as const;
export type RecordKind = (typeof recordKinds)[number] | '-';

export interface World {
  readonly test: TestApp;
  readonly sql: Sql;
  readonly own: Desk;
  readonly neighbour: Desk;
  readonly admin: User;
}

export async function createWorld(): Promise<World> {
  const test = await createTestApp();
  const sql = test.database;
  await anOrganisation(sql);
  return {
    ...{ test, sql, own: await aDesk(sql), neighbour: await aDesk(sql) },
    admin: await aUser(sql, { role: 'admin' }),
  };
}

/** Somebody new in each cell, so that no request changes what the next one may do. */
export interface Visitor extends User {
  readonly column: Column;
  readonly headers: Record<string, string>;
}

export async function aVisitor(world: World, column: Column): Promise<Visitor> {
  const { sql, own } = world;
  const staffId = await aStaff(sql, { teamId: own.teamId });
  const isRole = (name: string): name is RoleName => roleNames.some((role) => role === name);
  const units = { supervisor: own.teamId, head: own.departmentId } as Partial<Record<string, string>>;
  const roles: RoleName[] = isRole(column) ? [column] : column === 'token' ? [...roleNames] : ['rep'];
  const user = await aUser(sql, { role: roles[0]!, unitId: units[roles[0]!], staffId });
  for (const role of roles.slice(1)) {
    await sql.change(
      'INSERT INTO role_grant (id, sign_in_id, role, team_id, department_id) VALUES ($1, $2, $3, $4, $5)',
      [
        uuid(),
        user.signInId,
        role,
        role === 'supervisor' ? own.teamId : null,
        role === 'head' ? own.departmentId : null,
      ],
    );
  }
  return { ...user, column, headers: await headersOf(sql, column, user) };
}

/** Gone after their one request: a unit with hundreds of leaders has each of them told of everything. */
export async function leaves({ sql }: World, { signInId }: Visitor): Promise<void> {
  await sql.change('UPDATE role_grant SET "to" = clock_timestamp() WHERE sign_in_id = $1 AND "to" IS NULL', [signInId]);
}

async function headersOf(sql: Sql, column: Column, { signInId }: User): Promise<Record<string, string>> {
  if (column === 'nobody') return {};
  if (column !== 'token') return { Cookie: await aSession(sql, signInId) };
  const { secret, hash } = newSecret();
  await sql.change(
    `INSERT INTO api_token (id, token_sha256, sign_in_id, name, scopes, expires_at)
     VALUES ($1, $2, $3, 'all scopes', $4, now() + interval '1 day')`,
    [uuid(), hash, signInId, [...tokenScopes]],
  );
  return { Authorization: `Bearer ${secret}` };
}
