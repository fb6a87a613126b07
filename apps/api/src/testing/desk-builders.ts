import type { LogContact } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import type { Sql } from '../platform/database/database.js';
import { aDepartment, aReason, aSignIn, aStaff, aSupervisorOf, aTeam, anAccount, type SignedIn } from './builders.js';

export type ContactBody = z.input<typeof LogContact>;

export const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

/** An inbound call that ended a minute ago, changed as given. */
export const aContactBody = (changes: Partial<ContactBody> = {}): ContactBody => ({
  id: uuid(),
  channel: 'phone',
  direction: 'in',
  startedAt: minutesAgo(6),
  endedAt: minutesAgo(1),
  ...changes,
});

export interface Desk {
  readonly departmentId: string;
  readonly teamId: string;
  readonly supervisor: SignedIn;
  readonly head: SignedIn;
  readonly rep: SignedIn;
}

/** A department with a team in it: its head, its supervisor and a rep, all signed in. The supervisor handles calls too. */
export async function aDesk(sql: Sql): Promise<Desk> {
  const departmentId = await aDepartment(sql);
  const teamId = await aTeam(sql, departmentId);
  const member = () => aStaff(sql, { teamId });
  const supervisor = await aSignIn(sql, { role: 'supervisor', unitId: teamId, staffId: await member() });
  await aSupervisorOf(sql, teamId, supervisor.staffId);
  return {
    departmentId,
    teamId,
    supervisor,
    head: await aSignIn(sql, { role: 'head', unitId: departmentId }),
    rep: await aSignIn(sql, { role: 'rep', staffId: await member() }),
  };
}

/** A colleague of the desk's rep, in the same team. */
export const aColleague = async (sql: Sql, { teamId }: Desk): Promise<SignedIn> =>
  aSignIn(sql, { role: 'rep', staffId: await aStaff(sql, { teamId }) });

export async function aPerson(sql: Sql, accountId: string, { name = 'Chen Guodong' } = {}): Promise<string> {
  const id = uuid();
  await sql.change('INSERT INTO person (id, account_id, name) VALUES ($1, $2, $3)', [id, accountId, name]);
  return id;
}

/** An account with a person in it, and a reason that another department answers for. */
export async function aCustomerWithReason(sql: Sql) {
  const accountId = await anAccount(sql);
  const answerableDepartmentId = await aDepartment(sql);
  return {
    accountId,
    personId: await aPerson(sql, accountId),
    answerableDepartmentId,
    reasonId: await aReason(sql, answerableDepartmentId),
  };
}
