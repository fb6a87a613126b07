import { v7 as uuid } from 'uuid';
import { aboutRecord, absentId, type Cell, deskOf, type Example, type Examples } from '../access-matrix/example.js';
import { aComplaintOf } from './complaints.js';

const why = 'an example';
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

export const attachments: Examples = {
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
