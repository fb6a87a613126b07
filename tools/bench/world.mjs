import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { HttpConnection } from './http-connection.mjs';

export const password = 'bench bench bench';

/** A client on a database; the caller ends it. */
export async function client(url) {
  const connection = new pg.Client({ connectionString: url });
  // The server may stop first when a measurement fails; the failure itself is what matters then.
  connection.on('error', () => undefined);
  await connection.connect();
  return connection;
}

/** Organisation, six departments with a team each, reasons, and the users who log in during the measurement. */
export async function makeWorld(sql, users) {
  const zone = 'Asia/Shanghai';
  await sql.query('INSERT INTO organisation (id, name, zone) VALUES ($1, $2, $3)', [uuid(), 'Bench', zone]);
  const departments = [];
  for (let index = 0; index < 6; index += 1) {
    const department = { id: uuid(), teamId: uuid(), reasonId: uuid() };
    departments.push(department);
    await sql.query('INSERT INTO department (id, name) VALUES ($1, $2)', [department.id, `Department ${index + 1}`]);
    await sql.query('INSERT INTO team (id, department_id, name) VALUES ($1, $2, $3)', [
      department.teamId,
      department.id,
      `Team ${index + 1}`,
    ]);
    await sql.query('INSERT INTO reason (id, name_en, name_zh, answerable_department_id) VALUES ($1, $2, $2, $3)', [
      department.reasonId,
      `Reason ${index + 1}`,
      department.id,
    ]);
  }
  const argon2id = await hash(password, { memoryCost: 8_192, timeCost: 1 });
  const agents = [];
  for (let index = 0; index < users; index += 1) {
    const agent = await addUser(sql, { name: `agent ${index}`, role: 'rep', argon2id });
    await sql.query('INSERT INTO membership (id, staff_id, team_id) VALUES ($1, $2, $3)', [
      uuid(),
      agent.staffId,
      departments[index % departments.length].teamId,
    ]);
    agents.push({ ...agent, reasonId: departments[index % departments.length].reasonId });
  }
  const leader = await addUser(sql, { name: 'leader', role: 'executive', argon2id });
  const admin = await addUser(sql, { name: 'admin', role: 'admin', argon2id });
  const heads = [];
  for (const [index, { id: departmentId }] of departments.entries())
    heads.push(await addUser(sql, { name: `head ${index}`, role: 'head', departmentId, argon2id }));
  return { departments, agents, leader, admin, heads };
}

async function addUser(sql, { name, role, departmentId = null, argon2id }) {
  const [staffId, signInId] = [uuid(), uuid()];
  const login = `${name.replace(' ', '.')}@bench.example`;
  await sql.query('INSERT INTO staff (id, name, external_id) VALUES ($1, $2, $2)', [staffId, name]);
  await sql.query('INSERT INTO sign_in (id, staff_id, email, argon2id) VALUES ($1, $2, $3, $4)', [
    signInId,
    staffId,
    login,
    argon2id,
  ]);
  await sql.query('INSERT INTO role_grant (id, sign_in_id, role, department_id) VALUES ($1, $2, $3, $4)', [
    uuid(),
    signInId,
    role,
    departmentId,
  ]);
  return { staffId, signInId, login };
}

/** Signs in as people do and gives back the cookie. */
export async function signIn(url, login) {
  const connection = await HttpConnection.open(url);
  const { status, headers, body } = await connection.request('POST', '/api/session', { body: { login, password } });
  connection.close();
  if (status >= 300) throw new Error(`${login} could not sign in: ${status} ${body}`);
  return /set-cookie: (forecall_session=[^;\r]+)/i.exec(headers)[1];
}

/** A plain contact as the desk sends it. */
export function contactOf(agent) {
  const endedAt = new Date();
  return {
    id: uuid(),
    channel: 'phone',
    direction: 'in',
    startedAt: new Date(endedAt.getTime() - 180_000).toISOString(),
    endedAt: endedAt.toISOString(),
    waitSeconds: 12,
    talkSeconds: 150,
    reasonId: agent.reasonId,
    resolved: true,
    note: 'Asked for a copy of the invoice of last month.',
  };
}
