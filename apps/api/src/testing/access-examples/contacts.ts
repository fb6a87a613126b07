import type { ContactLogged } from '@forecall/contracts';
import { aContactBody, minutesAgo } from '../desk-builders.js';
import { aboutRecord, type Cell, deskOf, type Examples, plain } from '../access-matrix/example.js';

/** Handled by the visitor at the own desk where the visitor handles calls, else by a rep of that desk. */
export async function logged(cell: Cell, complaint: object | null, more: object = {}): Promise<ContactLogged> {
  const { world, visitor, kind } = cell;
  const isOwnWork = kind === 'own' && ['rep', 'supervisor', 'head', 'token'].includes(visitor.column);
  const headers = isOwnWork ? visitor.headers : { Cookie: deskOf(cell).rep.cookie };
  const { body } = await world.test.http
    .post('/api/contacts')
    .set(headers)
    .send({ ...aContactBody(more), complaint })
    .expect(201);
  return body as ContactLogged;
}

export const aContactOf = async (cell: Cell) => (await logged(cell, null)).id;
/** To the visitor, where it is the visitor's own; else to a rep of the neighbouring desk. */
async function aHandedOverContactOf(cell: Cell): Promise<string> {
  const staffId = cell.kind === 'own' ? cell.visitor.staffId : deskOf(cell).rep.staffId;
  const { body } = await cell.world.test.http
    .post('/api/contacts')
    .set('Cookie', deskOf(cell).rep.cookie)
    .send({ ...aContactBody(), handOver: { staffId } })
    .expect(201);
  return (body as ContactLogged).id;
}

const why = 'an example';
const revision = 1;

export const contacts: Examples = {
  'POST /api/contacts': plain(() => ({ body: aContactBody() })),
  'GET /api/contacts/:id': aboutRecord(aContactOf),
  'GET /api/contacts/:id/history': aboutRecord(aContactOf),
  'PATCH /api/contacts/:id': aboutRecord(aContactOf, { body: { revision, why, changes: { note: 'corrected' } } }),
  'POST /api/contacts/:id/void': aboutRecord(aContactOf, { body: { revision, why } }),
  'GET /api/contacts/:id/handed-over': aboutRecord(aHandedOverContactOf),
  'POST /api/contacts/:id/undo': aboutRecord(aContactOf),
  'POST /api/contacts/:id/complaint': aboutRecord(aContactOf, { body: {} }),
  'POST /api/complaints': plain(() => ({
    body: { channel: 'letter', receivedAt: minutesAgo(60), complaint: { summary: 'example' } },
  })),
};
