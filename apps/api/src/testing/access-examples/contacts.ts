import type { ContactLogged } from '@forecall/contracts';
import { aContactBody, minutesAgo } from '../desk-builders.js';
import { allSkipped } from '../complaint-requests.js';
import { aboutRecord, absentId, type Cell, deskOf, type Examples, plain } from '../access-matrix/example.js';

/** Handled by the visitor at the own desk where the visitor handles calls, else by a rep of that desk. */
async function logged(cell: Cell, complaint: object | null): Promise<ContactLogged> {
  const { world, visitor, kind } = cell;
  const isOwnWork = kind === 'own' && ['rep', 'supervisor', 'head', 'token'].includes(visitor.column);
  const headers = isOwnWork ? visitor.headers : { Cookie: deskOf(cell).rep.cookie };
  const { body } = await world.test.http
    .post('/api/contacts')
    .set(headers)
    .send({ ...aContactBody(), complaint })
    .expect(201);
  return body as ContactLogged;
}

export const aContactOf = async (cell: Cell) => (await logged(cell, null)).id;
const aComplaintOf = async (cell: Cell) => (await logged(cell, {})).complaint!.id;

const byHead = (cell: Cell, path: string, body: object) =>
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

export const contacts: Examples = {
  'POST /api/contacts': plain(() => ({ body: aContactBody() })),
  'GET /api/contacts/:id': aboutRecord(aContactOf),
  'GET /api/contacts/:id/history': aboutRecord(aContactOf),
  'PATCH /api/contacts/:id': aboutRecord(aContactOf, { body: { revision, why, changes: { note: 'corrected' } } }),
  'POST /api/contacts/:id/void': aboutRecord(aContactOf, { body: { revision, why } }),
  'POST /api/contacts/:id/complaint': aboutRecord(aContactOf, { body: {} }),
  'POST /api/complaints': plain(() => ({
    body: { channel: 'letter', receivedAt: minutesAgo(60), complaint: { summary: 'example' } },
  })),
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
};
