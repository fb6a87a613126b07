import { v7 as uuid } from 'uuid';
import { anAccount } from '../builders.js';
import { allSkipped } from '../complaint-requests.js';
import { absentId, aboutRecord, type Cell, deskOf, type Example, type Examples } from '../access-matrix/example.js';
import { logged } from './contacts.js';

export const aComplaintOf = async (cell: Cell) => (await logged(cell, {})).complaint!.id;

export const byHead = (cell: Cell, path: string, body: object) =>
  cell.world.test.http.post(`/api/${path}`).set('Cookie', deskOf(cell).head.cookie).send(body);

async function anAcknowledgedComplaintOf(cell: Cell): Promise<string> {
  const id = await aComplaintOf(cell);
  await byHead(cell, `complaints/${id}/acknowledge`, {}).expect(200);
  return id;
}

async function aClosedComplaintOf(cell: Cell): Promise<string> {
  const id = await anAcknowledgedComplaintOf(cell);
  await byHead(cell, `complaints/${id}/close`, { closing: 'accepted', skipped: allSkipped }).expect(200);
  return id;
}

const cause = { kind: 'process', text: 'an example' };

/** What was done against the cause of a complaint, and that complaint. */
async function anActionOf(cell: Cell): Promise<Record<string, string>> {
  if (cell.kind === 'absent') return { id: absentId, action: absentId };
  const id = await aClosedComplaintOf(cell);
  await byHead(cell, `complaints/${id}/analyse`, { cause, correctiveAction: 'an example' }).expect(200);
  const row = await cell.world.test.database.first<{ id: string }>(
    'SELECT a.id FROM corrective_action a JOIN cause ON cause.id = a.cause_id WHERE cause.complaint_id = $1',
    [id],
  );
  return { id, action: row!.id };
}

const skipped = allSkipped;
const toCustomer = { channel: 'phone', text: 'an example' };
const why = 'an example';
const revision = 1;

const otherDesk = ({ world, kind }: Cell) => (kind === 'neighbour' ? world.own : world.neighbour);

/** Handed over to the desk of the record by the other one, and not answered yet. */
async function aHandedOverOf(cell: Cell): Promise<string> {
  const id = await aComplaintOf(cell);
  await cell.world.sql.change(
    `INSERT INTO handover (id, complaint_id, from_department_id, to_department_id, reason) VALUES ($1, $2, $3, $4, 'example')`,
    [uuid(), id, otherDesk(cell).departmentId, deskOf(cell).departmentId],
  );
  return id;
}

async function aGivenAwayOf(cell: Cell): Promise<string> {
  const id = await aComplaintOf(cell);
  const { departmentId } = otherDesk(cell);
  await byHead(cell, `complaints/${id}/hand-over`, { revision, departmentId, why }).expect(200);
  return id;
}

/** With an answer promised that may be paused. */
async function aPausableOf(cell: Cell): Promise<string> {
  const id = await aComplaintOf(cell);
  await cell.world.sql.change(
    `INSERT INTO clock (id, complaint_id, kind, unit, amount, allows_pauses, started_at, due_soon_at, due_at)
     VALUES ($1, $2, 'answer', 'elapsed', 7200, true, now(), now() + interval '1 hour', now() + interval '2 hours')`,
    [uuid(), id],
  );
  return id;
}

async function aPausedOf(cell: Cell): Promise<string> {
  const id = await aPausableOf(cell);
  await byHead(cell, `complaints/${id}/pause`, { revision, why }).expect(200);
  return id;
}

/** Two of one account; the first is asked about. */
async function twoOf(cell: Cell): Promise<[string, string]> {
  const accountId = await anAccount(cell.world.sql);
  const one = await logged(cell, {}, { accountId });
  return [one.complaint!.id, (await logged(cell, {}, { accountId })).complaint!.id];
}

const aboutTwo = (
  body: (otherId: string) => object,
  prepare = async (_: Cell, __: string, ___: string) => {},
): Example => ({
  records: ['own', 'neighbour', 'absent'],
  asked: async (cell) => {
    if (cell.kind === 'absent') return { params: { id: absentId }, body: body(absentId.replace(/0$/, '1')) };
    const [id, other] = await twoOf(cell);
    await prepare(cell, id, other);
    return { params: { id }, body: body(other) };
  },
});

const mergeFirst = async (cell: Cell, id: string, withId: string) => {
  await byHead(cell, `complaints/${id}/merge`, { revision, withId, why }).expect(200);
};

export const complaints: Examples = {
  'GET /api/complaints/:id': aboutRecord(aComplaintOf),
  'PATCH /api/complaints/:id': aboutRecord(aComplaintOf, {
    body: { revision, why, changes: { summary: 'corrected' } },
  }),
  'POST /api/complaints/:id/acknowledge': aboutRecord(aComplaintOf, { body: {} }),
  'POST /api/complaints/:id/assess': aboutRecord(anAcknowledgedComplaintOf, {
    body: { revision: 2, severity: 'money', impact: 'one-customer', needForAction: 'none' },
  }),
  'POST /api/complaints/:id/investigate': aboutRecord(anAcknowledgedComplaintOf, { body: { skipped } }),
  'POST /api/complaints/:id/answer': aboutRecord(anAcknowledgedComplaintOf, { body: { skipped, toCustomer } }),
  'POST /api/complaints/:id/decide': aboutRecord(anAcknowledgedComplaintOf, {
    body: { revision: 2, skipped, decision: 'upheld' },
  }),
  'POST /api/complaints/:id/analyse': aboutRecord(aClosedComplaintOf, { body: { cause } }),
  'POST /api/complaints/:id/actions/:action/effect': {
    records: ['own', 'neighbour', 'absent'],
    asked: async (cell) => ({ params: await anActionOf(cell), body: { effect: 'an example' } }),
  },
  'POST /api/complaints/:id/close': aboutRecord(anAcknowledgedComplaintOf, {
    body: { closing: 'accepted', skipped },
  }),
  'POST /api/complaints/:id/reopen': aboutRecord(aClosedComplaintOf, { body: {} }),
  'POST /api/complaints/:id/void': aboutRecord(aComplaintOf, { body: { revision, why } }),
  'complaint.watch': {
    records: ['own', 'neighbour', 'absent'],
    asked: async (cell) => ({ body: { id: cell.kind === 'absent' ? absentId : await aComplaintOf(cell) } }),
  },
  'GET /api/complaints/:id/time-line': aboutRecord(aComplaintOf),
  'GET /api/complaints/:id/earlier': aboutRecord(aComplaintOf),
  'GET /api/accounts/:id/earlier-complaints': aboutRecord((cell) => anAccount(cell.world.sql), {}, ['own', 'absent']),
  'POST /api/complaints/:id/owner': aboutRecord(aComplaintOf, { body: { revision, ownerId: null, why } }),
  'POST /api/complaints/:id/hand-over': {
    records: ['own', 'neighbour', 'absent'],
    asked: async (cell) => ({
      params: { id: cell.kind === 'absent' ? absentId : await aComplaintOf(cell) },
      body: { revision, departmentId: otherDesk(cell).departmentId, why },
    }),
  },
  'POST /api/complaints/:id/hand-over/accept': aboutRecord(aHandedOverOf, { body: {} }),
  'POST /api/complaints/:id/hand-over/return': aboutRecord(aHandedOverOf, { body: { why } }),
  'POST /api/complaints/:id/hand-over/withdraw': aboutRecord(aGivenAwayOf, { body: {} }),
  'POST /api/complaints/:id/notes': aboutRecord(aComplaintOf, { body: { kind: 'internal', text: 'an example' } }),
  'POST /api/complaints/:id/pause': aboutRecord(aPausableOf, { body: { revision, why } }),
  'POST /api/complaints/:id/resume': aboutRecord(aPausedOf, { body: { revision: 2 } }),
  'POST /api/complaints/:id/merge': aboutTwo((withId) => ({ revision, withId, why })),
  'POST /api/complaints/:id/unmerge': aboutTwo((mergedId) => ({ mergedId, why }), mergeFirst),
};
