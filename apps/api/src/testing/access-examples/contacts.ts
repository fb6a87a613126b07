import type { ContactLogged } from '@forecall/contracts';
import { aContactBody, minutesAgo } from '../desk-builders.js';
import { v7 as uuid } from 'uuid';
import {
  aboutRecord,
  absentId,
  type Cell,
  deskOf,
  type Example,
  type Examples,
  plain,
} from '../access-matrix/example.js';

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
export const aComplaintOf = async (cell: Cell) => (await logged(cell, {})).complaint!.id;

async function anAcknowledgedComplaintOf(cell: Cell): Promise<string> {
  const id = await aComplaintOf(cell);
  const { cookie } = deskOf(cell).head;
  await cell.world.test.http.post(`/api/complaints/${id}/acknowledge`).set('Cookie', cookie).send({}).expect(200);
  return id;
}

async function aClosedComplaintOf(cell: Cell): Promise<string> {
  const id = await anAcknowledgedComplaintOf(cell);
  await cell.world.test.http
    .post(`/api/complaints/${id}/close`)
    .set('Cookie', deskOf(cell).head.cookie)
    .send({ closing: 'accepted' })
    .expect(200);
  return id;
}

const fileId = uuid();

async function anAttachmentOf(cell: Cell): Promise<{ id: string; fileId: string }> {
  const made = { id: await aComplaintOf(cell), fileId: uuid() };
  await cell.world.test.http
    .put(`/api/complaints/${made.id}/attachments/${made.fileId}?name=note.txt`)
    .set('Cookie', deskOf(cell).head.cookie)
    .set('Content-Type', 'application/octet-stream')
    .send(Buffer.from('an example'))
    .expect(201);
  return made;
}

const aboutAttachment = (body?: object): Example => ({
  records: ['own', 'neighbour', 'absent'],
  asked: async (cell) => ({
    params: cell.kind === 'absent' ? { id: absentId, fileId } : await anAttachmentOf(cell),
    ...(body ? { body } : {}),
  }),
});

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
  'POST /api/complaints/:id/close': aboutRecord(anAcknowledgedComplaintOf, { body: { closing: 'accepted' } }),
  'POST /api/complaints/:id/reopen': aboutRecord(aClosedComplaintOf, { body: {} }),
  'POST /api/complaints/:id/void': aboutRecord(aComplaintOf, { body: { revision, why } }),
  'GET /api/complaints/:id/attachments': aboutRecord(aComplaintOf),
  'PUT /api/complaints/:id/attachments/:fileId': {
    records: ['own', 'neighbour', 'absent'],
    asked: async (cell) => ({
      params: { id: cell.kind === 'absent' ? absentId : await aComplaintOf(cell), fileId: uuid() },
      query: { name: 'note.txt' },
      headers: { 'Content-Type': 'application/octet-stream' },
      body: Buffer.from('an example'),
    }),
  },
  'GET /api/complaints/:id/attachments/:fileId/content': aboutAttachment(),
  'POST /api/complaints/:id/attachments/:fileId/void': aboutAttachment({ why }),
  'POST /api/complaints/:id/attachments/:fileId/unvoid': aboutAttachment(),
};
