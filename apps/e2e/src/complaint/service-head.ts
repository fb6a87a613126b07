import type { APIRequestContext, BrowserContextOptions, PlaywrightWorkerArgs } from '@playwright/test';
import { hash } from '@node-rs/argon2';
import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { knownDepartments, knownPassword } from '../world/known-people.js';
import type { World } from '../world/world.js';

type StorageState = Exclude<BrowserContextOptions['storageState'], string | undefined>;

const email = 'service-head@example.test';
export const serviceHeadName = 'Wu Jing';

/** Somebody who heads the department Service, signed in: the cookies of the session. */
export async function serviceHead(
  world: World,
  { request }: PlaywrightWorkerArgs['playwright'],
): Promise<StorageState> {
  const client = new Client({ connectionString: world.databaseUrl });
  await client.connect();
  const [staffId, signInId] = [uuid(), uuid()];
  await client.query('INSERT INTO staff (id, name, email) VALUES ($1, $2, $3)', [staffId, serviceHeadName, email]);
  await client.query('INSERT INTO sign_in (id, staff_id, email, argon2id) VALUES ($1, $2, $3, $4)', [
    ...[signInId, staffId, email, await hash(knownPassword)],
  ]);
  await client.query(
    `INSERT INTO role_grant (id, sign_in_id, role, department_id) SELECT $1, $2, 'head', id FROM department WHERE name = $3`,
    [uuid(), signInId, knownDepartments.service.name[0]],
  );
  await client.end();
  const session: APIRequestContext = await request.newContext({
    ...{ baseURL: world.url, storageState: { cookies: [], origins: [] } },
    extraHTTPHeaders: { 'X-Forecall': 'console' },
  });
  const answer = await session.post('/api/session', { data: { login: email, password: knownPassword } });
  if (!answer.ok()) throw new Error(`The head of Service cannot sign in: ${await answer.text()}`);
  const state = await session.storageState();
  await session.dispose();
  return state;
}
