import { v7 as uuid } from 'uuid';
import { LinksService } from '../../access/links/links.service.js';
import { newSecret } from '../../platform/access/secret.js';
import { aSession, aSignIn } from '../builders.js';
import { aboutRecord, absentId, type Cell, deskOf, type Examples, plain } from '../access-matrix/example.js';
import { aUser, password } from '../users.js';

const aUserOf = async (cell: Cell): Promise<string> => {
  const { teamId: unitId } = deskOf(cell);
  return (await aUser(cell.world.sql, { role: 'supervisor', unitId })).signInId;
};

async function aRoleOf(cell: Cell) {
  const id = await aUserOf(cell);
  const row = await cell.world.sql.first<{ id: string }>('SELECT id FROM role_grant WHERE sign_in_id = $1', [id]);
  return { id, roleId: row!.id };
}

/** The first 16 hex digits of a session's hash. */
async function aSessionOf({ world, visitor, kind }: Cell): Promise<string> {
  const signInId = kind === 'own' ? visitor.signInId : (await aSignIn(world.sql, { role: 'rep' })).signInId;
  await aSession(world.sql, signInId);
  const row = await world.sql.first<{ id: string }>(
    `SELECT left(encode(token_sha256, 'hex'), 16) AS id FROM session WHERE sign_in_id = $1 ORDER BY started_at DESC LIMIT 1`,
    [signInId],
  );
  return row!.id;
}

async function aLinkOf({ world, visitor, kind }: Cell): Promise<string> {
  if (kind === 'absent') return newSecret().secret;
  const links = world.test.app.get(LinksService);
  return (await links.make(world.sql, 'reset', visitor.signInId, world.test.url)).address.slice(-43);
}

const link = (body?: object) => ({
  records: ['own', 'absent'] as const,
  asked: async (cell: Cell) => ({ params: { token: await aLinkOf(cell) }, body }),
});

async function aTokenOf({ world, visitor, kind }: Cell): Promise<string> {
  const id = uuid();
  await world.sql.change(
    `INSERT INTO api_token (id, token_sha256, sign_in_id, name, scopes, expires_at)
     VALUES ($1, $2, $3, 'example', '{figures:read}', now() + interval '1 day')`,
    [id, newSecret().hash, kind === 'own' ? visitor.signInId : world.admin.signInId],
  );
  return id;
}

/** `own`: opened by the visitor; `neighbour`: of the neighbouring department, opened by somebody else. */
async function aWallboardOf(cell: Cell): Promise<string> {
  const id = uuid();
  await cell.world.sql.change(
    `INSERT INTO wallboard (id, token_sha256, name, department_id, created_by) VALUES ($1, $2, 'example', $3, $4)`,
    [
      id,
      newSecret().hash,
      deskOf(cell).departmentId,
      cell.kind === 'own' ? cell.visitor.signInId : cell.world.admin.signInId,
    ],
  );
  return id;
}

async function aWallboardToken({ world }: Cell): Promise<string> {
  const { secret, hash } = newSecret();
  await world.sql.change(`INSERT INTO wallboard (id, token_sha256, name, created_by) VALUES ($1, $2, 'example', $3)`, [
    ...[uuid(), hash, world.admin.signInId],
  ]);
  return secret;
}

const rep = { role: 'rep' };

export const access: Examples = {
  'POST /api/session': plain(({ visitor }) => ({ body: { login: visitor.email, password } })),
  'DELETE /api/session': plain(),
  'DELETE /api/session/own/:id': {
    records: ['own', 'neighbour', 'absent'],
    asked: async (cell) => ({ params: { id: cell.kind === 'absent' ? '0123456789abcdef' : await aSessionOf(cell) } }),
  },
  'PUT /api/session/password': plain({ body: { currentPassword: password, newPassword: 'another long password' } }),
  'PUT /api/session/locale': plain({ body: { locale: 'zh' } }),
  'GET /api/links/:token': link(),
  'POST /api/links/:token': link({ password: 'chosen by the link' }),
  'POST /api/users': plain(() => ({
    body: { who: { name: 'Example' }, email: `${uuid()}@example.test`, roles: [rep] },
  })),
  'GET /api/users/:id': aboutRecord(aUserOf),
  'PATCH /api/users/:id': {
    records: ['own', 'neighbour', 'absent'],
    asked: async (cell) => ({
      params: { id: cell.kind === 'absent' ? absentId : await aUserOf(cell) },
      body: { email: `${uuid()}@example.test`, revision: 1 },
    }),
  },
  'POST /api/users/:id/link': aboutRecord(aUserOf),
  'POST /api/users/:id/disable': aboutRecord(aUserOf),
  'POST /api/users/:id/enable': aboutRecord(aUserOf),
  'POST /api/users/:id/sign-out': aboutRecord(aUserOf),
  'POST /api/users/:id/roles': aboutRecord(aUserOf, { body: rep }),
  'POST /api/users/:id/roles/:roleId/end': {
    records: ['own', 'neighbour', 'absent'],
    asked: async (cell) => ({
      params: { ...(await aRoleOf(cell)), ...(cell.kind === 'absent' && { roleId: absentId }) },
      body: {},
    }),
  },
  'POST /api/tokens': plain({ body: { name: 'example', scopes: ['organisation:read'], days: 1 } }),
  'POST /api/tokens/:id/revoke': aboutRecord(aTokenOf),
  'POST /api/wallboards': plain({ body: { name: 'example', departmentId: null, locale: 'en' } }),
  'POST /api/wallboards/:id/revoke': aboutRecord(aWallboardOf),
  'GET /api/wallboard': plain(async (cell) => ({ headers: { 'x-wallboard': await aWallboardToken(cell) } })),
};
