import { v7 as uuid } from 'uuid';
import {
  type Cell,
  aboutRecord,
  absentId,
  deskOf,
  type Example,
  type Examples,
  plain,
} from '../access-matrix/example.js';
import { anAccount } from '../builders.js';
import { aPerson } from '../desk-builders.js';

const why = 'an example';

/** A key account in the care of the desk's rep. */
async function aKeyAccountOf(cell: Cell): Promise<string> {
  const { sql } = cell.world;
  const id = await anAccount(sql);
  await sql.change(`INSERT INTO account_class (id, account_id, class, "from") VALUES ($1, $2, 'loyal', '2020-01-01')`, [
    ...[uuid(), id],
  ]);
  await sql.change(
    `INSERT INTO account_care (id, account_id, staff_id, part, "from") VALUES ($1, $2, $3, 'rep', '2020-01-01')`,
    [uuid(), id, deskOf(cell).rep.staffId],
  );
  return id;
}

/** Somebody of ours beside the rep: it can be ended. */
const aCareOf: Example = {
  records: ['own', 'neighbour', 'absent'],
  asked: async (cell) => {
    const { sql } = cell.world;
    const [id, careId] = [await aKeyAccountOf(cell), uuid()];
    await sql.change(
      `INSERT INTO account_care (id, account_id, staff_id, part, "from") VALUES ($1, $2, $3, 'support', '2020-01-01')`,
      [careId, id, deskOf(cell).supervisor.staffId],
    );
    return { params: { id, careId: cell.kind === 'absent' ? absentId : careId }, body: {} };
  },
};

const aDossierOf = (rest: { body?: object } = {}): Example => ({
  records: ['own', 'neighbour', 'absent'],
  asked: async (cell) => ({
    ...rest,
    params: { id: cell.kind === 'absent' ? absentId : await aKeyAccountOf(cell), part: 'gain' },
  }),
});

const aPersonOf = async (cell: Cell) => aPerson(cell.world.sql, await anAccount(cell.world.sql));

/** A call that the desk's rep is to make, long from now. */
async function aCallOf(cell: Cell): Promise<string> {
  const id = uuid();
  await cell.world.sql.change(
    `INSERT INTO planned_call (id, account_id, due_on, earliest_on, staff_id, slot_at, on_day)
     VALUES ($1, $2, '2099-06-01', '2099-06-01', $3, '2099-06-01T03:00:00Z', '2099-06-01')`,
    [id, await aKeyAccountOf(cell), deskOf(cell).rep.staffId],
  );
  return id;
}

/** A call that who asks has moved, so that they can take it back. */
async function aMovedCallOf(cell: Cell): Promise<string> {
  const id = await aCallOf(cell);
  await cell.world.sql.change(
    `INSERT INTO planned_call_move (id, planned_call_id, by_sign_in_id, asked_by, before, after)
     SELECT $1, p.id, $3, 'us', json_build_object('dueOn', p.due_on, 'earliestOn', p.earliest_on, 'isFixed', false,
       'isAskedFor', false), '{}' FROM planned_call p WHERE p.id = $2`,
    [uuid(), id, cell.visitor.signInId],
  );
  return id;
}

/** The next Wednesday but one, or a later one; each call has a slot of its own, because none holds two. */
let slots = 0;
function aFreeSlot(): string {
  const at = new Date(Date.now() + 14 * 86_400_000);
  const week = Math.floor(slots / 18);
  at.setUTCDate(at.getUTCDate() + ((10 - at.getUTCDay()) % 7) + 7 * week);
  at.setUTCHours(3, 20 * (slots - 18 * week), 0, 0);
  slots += 1;
  return at.toISOString();
}
const aDay = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

/** Promised by the desk's rep, due long from now. */
async function aPromiseOf(cell: Cell): Promise<string> {
  const id = uuid();
  await cell.world.sql.change(
    `INSERT INTO promise (id, account_id, what, original_due_at, due_at, owner_id, made_by)
     VALUES ($1, $2, 'An example', '2099-06-01', '2099-06-01', $3, $4)`,
    [id, await aKeyAccountOf(cell), deskOf(cell).rep.staffId, deskOf(cell).rep.signInId],
  );
  return id;
}
async function aKeptPromiseOf(cell: Cell): Promise<string> {
  const id = await aPromiseOf(cell);
  await cell.world.sql.change('UPDATE promise SET kept_at = now() WHERE id = $1', [id]);
  return id;
}

/** Made by the visitor a moment ago. */
const undoing = (act: string, made: (id: string, accountId: string, staffId: string) => string[]): Example => ({
  records: ['own', 'neighbour', 'absent'],
  asked: async (cell) => {
    const { sql } = cell.world;
    const [id, accountId] = [uuid(), await aKeyAccountOf(cell)];
    for (const statement of made(id, accountId, deskOf(cell).supervisor.staffId)) await sql.change(statement);
    await sql.change(
      `INSERT INTO audit_entry (by_sign_in_id, by_name, act, entity, entity_id, entity_name, undo)
       VALUES ($1, '', $2, 'account', $3, '', $4)`,
      [cell.visitor.signInId, act, accountId, JSON.stringify({ made: id, ended: null })],
    );
    return { params: { id: cell.kind === 'absent' ? absentId : accountId }, body: { made: id, ended: null } };
  },
});

async function aTrainingOf(cell: Cell): Promise<string> {
  const id = uuid();
  await cell.world.sql.change(
    `INSERT INTO training_session (id, account_id, topic, held_on) VALUES ($1, $2, 'An example', '2026-01-01')`,
    [id, await aKeyAccountOf(cell)],
  );
  return id;
}

async function aVoidTrainingOf(cell: Cell): Promise<string> {
  const id = await aTrainingOf(cell);
  await cell.world.sql.change('UPDATE training_session SET voided_at = now() WHERE id = $1', [id]);
  return id;
}

const rules = {
  ...{ callsPerDay: 12, slotMinutes: 20, earlyDays: 2, graceDays: 3 },
  ...{ retryMinutes: 180, triesPerPerson: 2, namesInFeeds: false },
};

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

export const keyAccounts: Examples = {
  'GET /api/accounts': plain(),
  'GET /api/accounts/count': plain(),
  'GET /api/accounts/:id/page': aboutRecord(aKeyAccountOf),
  'GET /api/accounts/:id/health': aboutRecord(aKeyAccountOf),
  'GET /api/accounts/:id/surveys': aboutRecord(aKeyAccountOf),
  'GET /api/accounts/:id/time-line': aboutRecord(aKeyAccountOf),
  'PATCH /api/accounts/:id': aboutRecord(aKeyAccountOf, { body: { revision: 1, tier: 'A' } }),
  'PUT /api/accounts/:id/class': aboutRecord(aKeyAccountOf, { body: { class: 'dormant', why } }),
  'POST /api/accounts/:id/class/undo': undoing('account.classed', (id, accountId) => [
    `UPDATE account_class SET "to" = now() WHERE account_id = '${accountId}' AND "to" IS NULL`,
    `INSERT INTO account_class (id, account_id, class, "from") VALUES ('${id}', '${accountId}', 'dormant', now())`,
  ]),
  'POST /api/accounts/:id/care/undo': undoing('account.care-given', (id, accountId, staffId) => [
    `INSERT INTO account_care (id, account_id, staff_id, part, "from") VALUES ('${id}', '${accountId}', '${staffId}', 'support', now())`,
  ]),
  'POST /api/accounts/:id/care': {
    records: ['own', 'neighbour', 'absent'],
    asked: async (cell) => ({
      params: { id: cell.kind === 'absent' ? absentId : await aKeyAccountOf(cell) },
      body: { staffId: deskOf(cell).supervisor.staffId, part: 'support' },
    }),
  },
  'POST /api/accounts/:id/care/:careId/end': aCareOf,
  'GET /api/accounts/:id/dossier/:part': aDossierOf(),
  'PUT /api/accounts/:id/dossier/:part': aDossierOf({ body: { text: 'Example', after: 0 } }),
  'GET /api/accounts/:id/cadence': aboutRecord(aKeyAccountOf),
  'PUT /api/accounts/:id/cadence': aboutRecord(aKeyAccountOf, { body: { days: 10, why, was: null } }),
  'PATCH /api/people/:id': aboutRecord(aPersonOf, { body: { revision: 1, callOrder: 1 } }, ['own', 'absent']),
  'GET /api/people/:id/temperaments': aboutRecord(aPersonOf, {}, ['own', 'absent']),
  'POST /api/people/:id/temperaments': aboutRecord(
    aPersonOf,
    { body: { behaviours: ['shows-feelings'], confidence: 'guess' } },
    ['own', 'absent'],
  ),
  'GET /api/planned-calls/today': plain(),
  'POST /api/planned-calls/:id/move': {
    records: ['own', 'neighbour', 'absent'],
    asked: async (cell) => ({
      params: { id: cell.kind === 'absent' ? absentId : await aCallOf(cell) },
      body: { revision: 1, startAt: aFreeSlot(), why },
    }),
  },
  'POST /api/planned-calls/:id/ask': aboutRecord(aCallOf, { body: { revision: 1, on: aDay() } }),
  'POST /api/planned-calls/:id/move/undo': aboutRecord(aMovedCallOf),
  'GET /api/planned-calls/:id/place': {
    records: ['own', 'neighbour', 'absent'],
    asked: async (cell) => ({
      params: { id: cell.kind === 'absent' ? absentId : await aCallOf(cell) },
      query: { on: aDay(), staffId: deskOf(cell).rep.staffId },
    }),
  },
  'GET /api/call-plan/load': plain({ query: { from: aDay(), to: aDay() } }),
  'GET /api/call-plan/day': plain({ query: { on: aDay() } }),
  'PUT /api/planned-calls/:id/preparation': aboutRecord(aCallOf, { body: { revision: 1, why, say: '', doing: '' } }),
  'GET /api/accounts/:id/trainings': aboutRecord(aKeyAccountOf),
  'POST /api/accounts/:id/trainings': aboutRecord(aKeyAccountOf, { body: { topic: 'x', heldOn: '2026-01-01' } }),
  'PUT /api/trainings/:id': aboutRecord(aTrainingOf, { body: { topic: 'y', heldOn: '2026-01-01', revision: 1 } }),
  'POST /api/trainings/:id/void': aboutRecord(aTrainingOf, { body: { revision: 1, why } }),
  'POST /api/trainings/:id/restore': aboutRecord(aVoidTrainingOf, { body: { revision: 1 } }),
  'GET /api/promises': plain(),
  'GET /api/promises/count': plain(),
  'GET /api/promises/:id': aboutRecord(aPromiseOf),
  'POST /api/promises': plain(async (cell) => ({
    body: { accountId: await aKeyAccountOf(cell), what: 'An example', dueAt: inDays(20) },
  })),
  'POST /api/promises/:id/keep': aboutRecord(aPromiseOf, { body: { revision: 1 } }),
  'POST /api/promises/:id/renegotiate': aboutRecord(aPromiseOf, {
    body: { revision: 1, dueAt: inDays(30), why },
  }),
  'POST /api/promises/:id/hand': {
    records: ['own', 'neighbour', 'absent'],
    asked: async (cell) => ({
      params: { id: cell.kind === 'absent' ? absentId : await aPromiseOf(cell) },
      body: { revision: 1, ownerId: deskOf(cell).supervisor.staffId },
    }),
  },
  'POST /api/promises/:id/break': aboutRecord(aPromiseOf, { body: { revision: 1, why } }),
  'POST /api/promises/:id/void': aboutRecord(aPromiseOf, { body: { revision: 1, why } }),
  'POST /api/promises/:id/reopen': aboutRecord(aKeptPromiseOf, { body: { revision: 1 } }),
  'POST /api/promises/:id/tell': aboutRecord(aPromiseOf, { body: { revision: 1, subject: 'x', text: 'x' } }),
  'GET /api/call-rules': plain(),
  'PUT /api/call-rules': plain(async ({ world }) => {
    const row = await world.sql.first<{ revision: number }>('SELECT revision FROM call_setting');
    return { body: { ...rules, revision: row?.revision ?? 1 } };
  }),
  'PUT /api/call-rules/cadence': plain(async ({ world }) => {
    const row = await world.sql.first<{ days: number }>(
      `SELECT days FROM cadence WHERE class = 'loyal' AND tier = 'A'`,
    );
    return { body: { class: 'loyal', tier: 'A', days: 7, was: row?.days ?? null } };
  }),
  'GET /api/callers': plain(),
  'PUT /api/callers/:id/capacity': {
    records: ['own', 'neighbour', 'absent'],
    asked: async (cell) => {
      const { staffId } = deskOf(cell).rep;
      const row = await cell.world.sql.first<{ n: number }>(
        'SELECT calls_per_day AS n FROM caller_capacity WHERE staff_id = $1',
        [staffId],
      );
      return {
        params: { id: cell.kind === 'absent' ? absentId : staffId },
        body: { callsPerDay: 9, was: row?.n ?? null },
      };
    },
  },
};
