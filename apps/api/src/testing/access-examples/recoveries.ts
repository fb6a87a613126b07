import { v7 as uuid } from 'uuid';
import { DutyService } from '../../duties/duty.service.js';
import { aboutRecord, type Cell, deskOf, type Examples, plain } from '../access-matrix/example.js';
import { aContact, anAnswer } from '../stored-rows.js';

/** A low answer that the visitor has to see to, else a rep of that desk. */
async function aRecovery(cell: Cell): Promise<string> {
  const { world, visitor, kind } = cell;
  const { departmentId, teamId, rep } = deskOf(cell);
  const ownerId = kind === 'own' && visitor.column !== 'admin' ? visitor.staffId : rep.staffId;
  const contact = { departmentId, teamId, repId: rep.staffId, endedAt: new Date() };
  const answerId = await anAnswer(world.sql, await aContact(world.sql, contact), 1);
  const id = uuid();
  const duty = await world.test.app.get(DutyService).open(world.sql, {
    ...{ kind: 'recovery', ownerId, dueAt: new Date(), source: { entity: 'recovery', id }, by: null },
  });
  await world.sql.change('INSERT INTO recovery (id, duty_id, answer_id, newest_id) VALUES ($1, $2, $3, $3)', [
    ...[id, duty.id, answerId],
  ]);
  return id;
}

async function anEndedRecovery(cell: Cell): Promise<string> {
  const id = await aRecovery(cell);
  await cell.world.sql.change(
    `WITH ended AS (UPDATE recovery SET outcome = 'settled', ended_at = now() WHERE id = $1 RETURNING duty_id)
     UPDATE duty d SET done_at = now(), outcome = 'done' FROM ended WHERE d.id = ended.duty_id`,
    [id],
  );
  return id;
}

const bounds = { csatMost: 2, npsMost: 6, cesMost: 2, dueMinutes: 480 };

export const recoveries: Examples = {
  'GET /api/recoveries/:id': aboutRecord(aRecovery),
  'POST /api/recoveries/:id/end': aboutRecord(aRecovery, { body: { revision: 1, outcome: 'settled' } }),
  'POST /api/recoveries/:id/take-up': aboutRecord(anEndedRecovery, { body: { revision: 1 } }),
  'GET /api/recovery-setting': plain(),
  'PUT /api/recovery-setting': plain(async ({ world }) => {
    const row = await world.sql.first<{ revision: number }>('SELECT revision FROM recovery_setting');
    return { body: { ...bounds, revision: row?.revision } };
  }),
};
