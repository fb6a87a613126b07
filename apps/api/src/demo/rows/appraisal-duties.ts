import { endOfDay } from '@forecall/domain';
import { duePast, type PastCycle, periodOf } from '../../appraisals/history/past-cycle.service.js';
import type { Sql } from '../../platform/database/database.js';
import { organisationZone } from '../company/company.js';

const dayMs = 24 * 3_600_000;

/** What the running cycle, and goals of the one before, give people to do. */
export async function appraisalDuties(sql: Sql, cycle: PastCycle, nowMs: number): Promise<void> {
  const period = periodOf({ ...cycle, from: cycle.period.from });
  const inAWeek = new Date(nowMs + 7 * dayMs);
  const rows = (await duePast(sql, cycle.id)).map(({ kind, ownerId, entity, id, dueOn, subject, goalOf }) => ({
    ...{ kind, owner_id: ownerId, source_entity: entity, source_id: id },
    due_at: dueOn === null ? inAWeek : endOfDay(dueOn, organisationZone),
    parameters: { ...(goalOf === null ? period : { goalOf }), ...(subject !== null && { subject }) },
  }));
  await sql.change(
    /* sql */ `
    INSERT INTO duty (id, kind, owner_id, source_entity, source_id, due_at, parameters, created_at)
    SELECT gen_random_uuid(), x.kind, x.owner_id, x.source_entity, x.source_id, x.due_at, x.parameters, $2
    FROM json_to_recordset($1) AS x (kind text, owner_id uuid, source_entity text, source_id uuid, due_at timestamptz, parameters jsonb)`,
    [JSON.stringify(rows), cycle.openedAt],
  );
}
