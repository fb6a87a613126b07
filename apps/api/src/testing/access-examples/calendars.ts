import type { Acted } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { newSecret } from '../../platform/access/secret.js';
import { aStaff } from '../builders.js';
import { aboutRecord, type Cell, deskOf, type Example, type Examples, plain } from '../access-matrix/example.js';

/** Of the visitor, or of a rep where nobody is signed in. */
async function aFeedSecret(cell: Cell): Promise<string> {
  const { world, visitor, kind } = cell;
  const { secret, hash } = newSecret();
  if (kind !== 'absent')
    await world.sql.change(
      `INSERT INTO calendar_feed (sign_in_id, secret_sha256) VALUES ($1, $2)
       ON CONFLICT (sign_in_id) DO UPDATE SET secret_sha256 = excluded.secret_sha256`,
      [visitor.column === 'nobody' ? deskOf(cell).rep.signInId : visitor.signInId, hash],
    );
  return secret;
}

const kinds = ['own', 'absent'] as const;
const revision = 1;
const dayOf = { kind: 'closed', nameEn: 'Stocktaking', nameZh: '盘点' };

/** A calendar of somebody new, with one dated day. */
async function aCalendar({ world: { sql } }: Cell): Promise<{ id: string; dayId: string }> {
  const [id, dayId] = [uuid(), uuid()];
  await sql.change('INSERT INTO calendar (id, staff_id) VALUES ($1, $2)', [id, await aStaff(sql)]);
  await sql.change(
    `INSERT INTO calendar_exception (id, calendar_id, day, kind, name_en, name_zh, source)
     VALUES ($1, $2, '2026-12-24', 'closed', 'Stocktaking', '盘点', 'by-hand')`,
    [dayId, id],
  );
  return { id, dayId };
}

/** Of somebody of that desk. */
async function aLeave(cell: Cell): Promise<string> {
  const { sql } = cell.world;
  const id = uuid();
  await sql.change(
    `INSERT INTO leave (id, staff_id, "from", "to", kind) VALUES ($1, $2, '2199-01-01', '2199-01-02', 'annual')`,
    [id, await aStaff(sql, { teamId: deskOf(cell).teamId })],
  );
  return id;
}

/** Entered by the visitor where the visitor may, else by an administrator. */
async function anEntry(cell: Cell): Promise<string> {
  const { world, visitor, kind } = cell;
  const may = kind === 'own' && ['supervisor', 'head', 'admin'].includes(visitor.column);
  const { body } = await world.test.http
    .post('/api/leave')
    .set(may ? visitor.headers : { Cookie: world.admin.cookie })
    .send({ staffId: await aStaff(world.sql, { teamId: deskOf(cell).teamId }), from: '2199-01-01', to: '2199-01-02' })
    .expect(201);
  return (body as Acted).act;
}

/** A promise from some day far ahead, another one each time. */
async function aComingRule({ world: { sql } }: Cell): Promise<string> {
  const id = uuid();
  await sql.change(
    `INSERT INTO clock_rule (id, kind, unit, amount, "from")
     SELECT $1, 'answer', 'calendar-days', 30, '2180-01-01'::timestamptz + count(*) * interval '1 day' FROM clock_rule`,
    [id],
  );
  return id;
}

const forStaff = (body: object): Example =>
  plain(async ({ world }) => ({ body: { owner: 'staff', ownerId: await aStaff(world.sql), ...body } }));

export const calendars: Examples = {
  'GET /api/calendar-feed': plain(),
  'POST /api/calendar-feed': plain({ body: {} }),
  'DELETE /api/calendar-feed': plain(),
  'GET /api/calendar-feeds/:secret.ics': {
    records: kinds,
    asked: async (cell) => ({ params: { secret: await aFeedSecret(cell) } }),
  },
  'GET /api/calendars/year': plain({ query: { year: '2026' } }),
  'PUT /api/calendars': forStaff({ revision: null }),
  'DELETE /api/calendars/:id': aboutRecord(
    async (cell) => (await aCalendar(cell)).id,
    { query: { revision: '1' } },
    kinds,
  ),
  'POST /api/calendars/days': forStaff({ day: '2026-12-24', ...dayOf }),
  'PATCH /api/calendars/days/:id': aboutRecord(
    async (cell) => (await aCalendar(cell)).dayId,
    { body: { day: '2026-12-24', ...dayOf, revision } },
    kinds,
  ),
  'DELETE /api/calendars/days/:id': aboutRecord(
    async (cell) => (await aCalendar(cell)).dayId,
    { query: { revision: '1' } },
    kinds,
  ),
  'GET /api/calendars/holidays/preview': plain({ query: { country: 'CN', year: '2026' } }),
  'POST /api/calendars/holidays/import': forStaff({ country: 'CN', year: 2026 }),
  'POST /api/clock-rules': plain(() => ({
    body: {
      acknowledgement: { unit: 'elapsed', amount: 86_400 },
      answer: { unit: 'calendar-days', amount: 30 },
      from: '2199-01-01',
    },
  })),
  'DELETE /api/clock-rules/:id': aboutRecord(aComingRule, { query: { revision: '1' } }, kinds),
  'POST /api/leave': {
    records: ['own', 'neighbour', 'absent'],
    asked: async (cell) => ({
      body: {
        staffId: cell.kind === 'absent' ? uuid() : await aStaff(cell.world.sql, { teamId: deskOf(cell).teamId }),
        ...{ from: '2199-01-01', to: '2199-01-02' },
      },
    }),
  },
  'PATCH /api/leave/:id': aboutRecord(aLeave, { body: { from: '2199-01-01', to: '2199-01-03', revision } }),
  'DELETE /api/leave/:id': aboutRecord(aLeave, { query: { revision: '1' } }),
  'POST /api/leave/acts/:id/undo': aboutRecord(anEntry),
};
