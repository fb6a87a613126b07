import type { BrowserContextOptions, PlaywrightWorkerArgs } from '@playwright/test';
import type { RoleName } from '@forecall/contracts';
import { hash } from '@node-rs/argon2';
import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { knownPassword } from './known-people.js';
import type { World } from './world.js';

type StorageState = Exclude<BrowserContextOptions['storageState'], string | undefined>;

export interface Grant {
  readonly role: RoleName;
  /** By its English name. */
  readonly department?: string;
  readonly team?: string;
}

/** One more person with a sign-in and these roles, signed in: the cookies of the session. */
export async function somebody(
  world: World,
  { request }: PlaywrightWorkerArgs['playwright'],
  { name, email, grants }: { readonly name: string; readonly email: string; readonly grants: readonly Grant[] },
): Promise<StorageState> {
  const client = new Client({ connectionString: world.databaseUrl });
  await client.connect();
  const [staffId, signInId] = [uuid(), uuid()];
  await client.query('INSERT INTO staff (id, name, email) VALUES ($1, $2, $3)', [staffId, name, email]);
  await client.query('INSERT INTO sign_in (id, staff_id, email, argon2id) VALUES ($1, $2, $3, $4)', [
    ...[signInId, staffId, email, await hash(knownPassword)],
  ]);
  for (const { role, department, team } of grants)
    await client.query(
      `INSERT INTO role_grant (id, sign_in_id, role, department_id, team_id) VALUES ($1, $2, $3,
         (SELECT id FROM department WHERE name = $4), (SELECT id FROM team WHERE name = $5))`,
      [uuid(), signInId, role, department ?? null, team ?? null],
    );
  await client.end();
  const session = await request.newContext({
    ...{ baseURL: world.url, storageState: { cookies: [], origins: [] } },
    extraHTTPHeaders: { 'X-Forecall': 'console' },
  });
  const answer = await session.post('/api/session', { data: { login: email, password: knownPassword } });
  if (!answer.ok()) throw new Error(`${name} cannot sign in: ${await answer.text()}`);
  const state = await session.storageState();
  await session.dispose();
  return state;
}
