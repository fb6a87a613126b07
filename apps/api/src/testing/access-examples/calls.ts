import { v7 as uuid } from 'uuid';
import { newSecret } from '../../platform/access/secret.js';
import {
  absentId,
  aboutRecord,
  type Cell,
  deskOf,
  type Example,
  type Examples,
  plain,
} from '../access-matrix/example.js';

async function aPhoneLine({ world }: Cell, departmentId: string): Promise<{ id: string; secret: string }> {
  const id = uuid();
  const { secret, hash } = newSecret();
  await world.sql.change('INSERT INTO phone_line (id, name, secret_sha256, department_id) VALUES ($1, $2, $3, $4)', [
    id,
    'Exchange',
    hash,
    departmentId,
  ]);
  return { id, secret };
}

/** Answered by the visitor, or by a rep of the neighbouring desk. */
async function aCallOf(cell: Cell): Promise<string> {
  const { world, visitor, kind } = cell;
  const line = await aPhoneLine(cell, deskOf(cell).departmentId);
  const id = uuid();
  const staffId = kind === 'own' ? visitor.staffId : deskOf(cell).rep.staffId;
  await world.sql.change(
    `INSERT INTO phone_call (id, phone_line_id, call_id, direction, from_number, to_number, new_at, answered_at, staff_id)
     VALUES ($1, $2, 'one', 'in', '1', '2', now(), now(), $3)`,
    [id, line.id, staffId],
  );
  return id;
}

const telling: Example = {
  records: ['own', 'absent'],
  asked: async (cell) => ({
    params: {
      secret: cell.kind === 'absent' ? absentId : (await aPhoneLine(cell, cell.world.own.departmentId)).secret,
    },
    body: { event: 'newCall', callId: 'one', direction: 'in', from: '1', to: '2' },
  }),
};

export const calls: Examples = {
  'POST /api/cti/:secret': telling,
  'GET /api/calls/mine': plain(),
  'POST /api/calls/:id/dismiss': aboutRecord(aCallOf),
  'GET /api/phone-lines': plain(),
  'POST /api/phone-lines': plain(({ world }) => ({ body: { name: 'Exchange', departmentId: world.own.departmentId } })),
  'POST /api/phone-lines/:id/revoke': aboutRecord(
    async (cell) => (await aPhoneLine(cell, cell.world.own.departmentId)).id,
    {},
    ['own', 'absent'],
  ),
};
