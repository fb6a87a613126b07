import type { DutyKind } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { DutyService } from '../../duties/duty.service.js';
import { aboutRecord, type Cell, deskOf, type Examples, plain } from '../access-matrix/example.js';

const tomorrow = () => new Date(Date.now() + 86_400_000);

/** Of the visitor where the visitor has duties, else of a rep of that desk. */
async function aDutyOf(cell: Cell): Promise<string> {
  const { world, visitor, kind } = cell;
  const ownerId = kind === 'own' && visitor.column !== 'admin' ? visitor.staffId : deskOf(cell).rep.staffId;
  const duty = { kind: 'by-hand' as DutyKind, ownerId, dueAt: tomorrow(), parameters: { what: 'example' }, by: null };
  return (await world.test.app.get(DutyService).open(world.sql, duty)).id;
}

async function anEndedDutyOf(cell: Cell): Promise<string> {
  const id = await aDutyOf(cell);
  await cell.world.sql.change(`UPDATE duty SET done_at = now(), outcome = 'done' WHERE id = $1`, [id]);
  return id;
}

const revision = 1;
const why = 'an example';

export const duties: Examples = {
  'PATCH /api/duty-setting': plain(async ({ world }) => {
    const setting = await world.sql.first<{ revision: number }>('SELECT revision FROM duty_setting');
    return { body: { supervisorAfterMinutes: 0, headAfterMinutes: 1440, revision: setting?.revision } };
  }),
  'POST /api/duties': plain(() => ({ body: { what: 'example', dueAt: tomorrow().toISOString() } })),
  'GET /api/duties/:id': aboutRecord(aDutyOf),
  'POST /api/duties/:id/done': aboutRecord(aDutyOf, { body: { revision } }),
  'POST /api/duties/:id/cancel': aboutRecord(aDutyOf, { body: { revision, why } }),
  'POST /api/duties/:id/take-up': aboutRecord(anEndedDutyOf, { body: { revision } }),
  'POST /api/duties/:id/move': aboutRecord(aDutyOf, {
    body: { revision, why, dueAt: tomorrow().toISOString() },
  }),
  'POST /api/duties/:id/hand': {
    records: ['own', 'neighbour', 'absent'],
    asked: async (cell) => ({
      params: { id: cell.kind === 'absent' ? uuid() : await aDutyOf(cell) },
      body: { revision, ownerId: cell.world.own.rep.staffId },
    }),
  },
};
