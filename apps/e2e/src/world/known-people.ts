import type { RoleName } from '@forecall/contracts';
import { hash } from '@node-rs/argon2';
import { Client } from 'pg';
import { v7 as uuid } from 'uuid';

/** One person of each role. Lin Wei works in team Billing 1, led by Chen Guodong, of the department Mary Osei heads. */
export const knownPeople = {
  rep: { name: 'Lin Wei', email: 'rep@example.test' },
  supervisor: { name: '陈国栋', email: 'supervisor@example.test' },
  head: { name: 'Mary Osei', email: 'head@example.test' },
  executive: { name: '赵敏', email: 'executive@example.test' },
  admin: { name: 'Sun Li', email: 'admin@example.test' },
} as const satisfies Record<RoleName, { name: string; email: string }>;

export const knownPassword = 'forecall for specs';

/** Each department has one team and answers for one reason; the first is the one of the known people. */
export const knownDepartments = {
  billing: {
    name: ['Billing', '账务部'],
    team: ['Billing 1', '账务一组'],
    reasonId: '0199c0de-0000-7000-8000-000000000001',
    reason: ['Invoice is wrong', '账单有误'],
  },
  service: {
    name: ['Service', '服务部'],
    team: ['Service 1', '服务一组'],
    reasonId: '0199c0de-0000-7000-8000-000000000002',
    reason: ['Late repair', '维修延误'],
  },
} as const;

/** Fills an empty, migrated database with the least that the console needs: who, where, what contacts are about. */
export async function fillWithKnownPeople(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const add = async (table: string, row: Record<string, unknown>) => {
    const all = { id: uuid(), ...row };
    const names = Object.keys(all).map((name) => client.escapeIdentifier(name));
    const places = names.map((_, index) => `$${index + 1}`);
    await client.query(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places.join(', ')})`, Object.values(all));
    return all.id;
  };

  await add('organisation', { name: 'Beichen Systems', zone: 'Asia/Shanghai' });
  const units: { departmentId: string; teamId: string }[] = [];
  for (const { name, team, reasonId, reason } of Object.values(knownDepartments)) {
    const departmentId = await add('department', { name: name[0], name_zh: name[1] });
    units.push({
      departmentId,
      teamId: await add('team', { department_id: departmentId, name: team[0], name_zh: team[1] }),
    });
    await add('reason', {
      id: reasonId,
      name_en: reason[0],
      name_zh: reason[1],
      answerable_department_id: departmentId,
    });
  }
  const [own] = units;
  if (!own) throw new Error('The known people need a department.');

  const argon2id = await hash(knownPassword);
  for (const [role, { name, email }] of Object.entries(knownPeople)) {
    const staffId = await add('staff', { name, email, external_id: `K-${role}` });
    const signInId = await add('sign_in', { staff_id: staffId, email, argon2id });
    const unit = {
      team_id: role === 'supervisor' ? own.teamId : null,
      department_id: role === 'head' ? own.departmentId : null,
    };
    await add('role_grant', { sign_in_id: signInId, role, ...unit });
    if (role === 'rep') await add('membership', { staff_id: staffId, team_id: own.teamId });
    if (unit.team_id ?? unit.department_id) await add('leadership', { staff_id: staffId, role, ...unit });
  }
  // A company at work: its first steps would only be in the way of what is looked for.
  await client.query('UPDATE set_up SET hidden_at = now()');
  await client.end();
}
