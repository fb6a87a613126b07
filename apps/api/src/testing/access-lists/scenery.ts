import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';
import { anAccount, aDepartment, anOrganisation, aReason, aSignIn, aStaff, aTeam, type SignedIn } from '../builders.js';
import { aComplaint, aContact } from '../stored-rows.js';

export interface Visitor extends SignedIn {
  readonly isExecutive: boolean;
  readonly teamIds: readonly string[];
  readonly departmentIds: readonly string[];
}

export interface ContactRow {
  readonly id: string;
  readonly repId: string;
  readonly teamId: string;
  readonly handlingId: string;
  readonly answerableId: string;
  readonly accountId: string;
  readonly channel: string;
  readonly endedAt: string;
}

export interface ComplaintRow {
  readonly id: string;
  readonly contact: ContactRow;
  readonly ownerId: string | null;
  readonly concernedId: string | null;
  readonly summary: string;
}

/** Three departments of two teams, everybody with work in several of them, accounts in care: a bit of everything. */
export interface Scenery {
  readonly departmentIds: readonly string[];
  readonly teams: readonly { id: string; departmentId: string }[];
  readonly accountIds: readonly string[];
  readonly carers: ReadonlyMap<string, string>;
  readonly visitors: readonly Visitor[];
  readonly contacts: readonly ContactRow[];
  readonly complaints: readonly ComplaintRow[];
}

export async function createScenery(sql: Sql): Promise<Scenery> {
  await anOrganisation(sql);
  const departmentIds = await several(3, () => aDepartment(sql));
  const teams = [];
  for (const departmentId of [...departmentIds, ...departmentIds])
    teams.push({ id: await aTeam(sql, departmentId), departmentId });
  const accountIds = await several(4, () => anAccount(sql));
  const visitors = await createVisitors(sql, teams);
  const carers = new Map([
    [accountIds[0]!, visitors[0]!.staffId],
    [accountIds[1]!, visitors[2]!.staffId],
  ]);
  for (const [accountId, staffId] of carers)
    await sql.change(
      `INSERT INTO account_care (id, account_id, staff_id, part, "from") VALUES ($1, $2, $3, 'rep', '2020-01-01')`,
      [uuid(), accountId, staffId],
    );
  const places = { departmentIds, teams, accountIds, carers, visitors };
  const contacts = await createContacts(sql, places);
  return { ...places, contacts, complaints: await createComplaints(sql, places, contacts) };
}

async function createVisitors(sql: Sql, teams: Scenery['teams']): Promise<Visitor[]> {
  const visitor = async (teamIds: string[], departmentIds: string[], isExecutive = false): Promise<Visitor> => {
    const staffId = await aStaff(sql, { teamId: teams[0]!.id });
    const signedIn = await aSignIn(sql, { role: isExecutive ? 'executive' : 'rep', staffId });
    for (const [role, ids] of [['supervisor', teamIds] as const, ['head', departmentIds] as const]) {
      for (const id of ids)
        await sql.change(
          `INSERT INTO role_grant (id, sign_in_id, role, ${role === 'head' ? 'department_id' : 'team_id'}) VALUES ($1, $2, $3, $4)`,
          [uuid(), signedIn.signInId, role, id],
        );
    }
    return { ...signedIn, isExecutive, teamIds, departmentIds };
  };
  return [
    await visitor([], []),
    await visitor([], []),
    await visitor([teams[0]!.id], []),
    await visitor([teams[1]!.id, teams[2]!.id], []),
    await visitor([], [teams[0]!.departmentId]),
    await visitor([teams[2]!.id], [teams[1]!.departmentId]),
    await visitor([], [], true),
  ];
}

type Places = Omit<Scenery, 'contacts' | 'complaints'>;

/** Every combination comes up by counting with steps that have no common factor. */
async function createContacts(sql: Sql, { departmentIds, teams, accountIds, visitors }: Places): Promise<ContactRow[]> {
  const reasonId = await aReason(sql, departmentIds[0]!);
  const rows: ContactRow[] = [];
  for (let n = 0; n < 90; n += 1) {
    const team = teams[n % teams.length]!;
    const row = {
      repId: visitors[n % visitors.length]!.staffId,
      teamId: team.id,
      handlingId: team.departmentId,
      answerableId: departmentIds[Math.floor(n / 5) % departmentIds.length]!,
      accountId: accountIds[Math.floor(n / 3) % accountIds.length]!,
      channel: ['phone', 'email', 'chat'][Math.floor(n / 2) % 3]!,
      // Some end at the same moment: a page may end between them.
      endedAt: new Date(Date.UTC(2026, 0, 1) + Math.floor(n / 4) * 3_600_000).toISOString(),
    };
    const contact = { ...row, departmentId: row.handlingId, reasonId, endedAt: new Date(row.endedAt) };
    rows.push({ ...row, id: await aContact(sql, contact) });
  }
  return rows;
}

async function createComplaints(
  sql: Sql,
  { visitors }: Places,
  contacts: readonly ContactRow[],
): Promise<ComplaintRow[]> {
  const rows: ComplaintRow[] = [];
  for (const [n, contact] of contacts.entries()) {
    if (n % 2 === 1) continue;
    const ownerId = n % 3 === 0 ? visitors[(n + 1) % visitors.length]!.staffId : null;
    const concernedId = n % 5 === 0 ? visitors[(n + 2) % visitors.length]!.staffId : null;
    const id = await aComplaint(sql, contact.id, { repConcernedId: concernedId });
    const summary = ['Charged twice', 'charged 100% more', '重复扣款 twice', ''][Math.floor(n / 2) % 4]!;
    await sql.change('UPDATE complaint SET owner_id = $2, summary = $3 WHERE id = $1', [id, ownerId, summary]);
    await sql.change(
      `INSERT INTO complaint_step (id, complaint_id, step, at)
       SELECT $1, id, 'received', first_received_at FROM complaint WHERE id = $2`,
      [uuid(), id],
    );
    rows.push({ id, contact, ownerId, concernedId, summary });
  }
  return rows;
}

async function several<Item>(count: number, make: () => Promise<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for (let n = 0; n < count; n += 1) items.push(await make());
  return items;
}
