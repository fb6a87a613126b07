import { v7 as uuid } from 'uuid';
import type { Sql } from '../platform/database/database.js';
import type { Told } from './notification.service.js';

/** One row for each who is told; by whose hand it came is not told of it. The thing is what it is about, else the duty. */
export const insertNotifications = (sql: Sql, { kind, to, by, dutyId, source, parameters }: Told) => {
  const staffIds = [...new Set(to)];
  return sql.rows<{ id: string; staffId: string }>(
    /* sql */ `
    INSERT INTO notification (id, staff_id, kind, thing, source_entity, source_id, parameters, duty_id)
    SELECT told.id, told.staff_id, $3,
      coalesce($5 || ':' || $6, d.source_entity || ':' || d.source_id, 'duty:' || d.id),
      coalesce($5, d.source_entity), coalesce($6::uuid, d.source_id),
      coalesce(d.parameters || jsonb_build_object('duty', d.kind, 'dueAt', d.due_at, 'owner', coalesce(owner.name, '')), '{}') || $7::jsonb,
      d.id
    FROM unnest($1::uuid[], $2::uuid[]) AS told (id, staff_id)
    LEFT JOIN duty d ON d.id = $4 LEFT JOIN staff owner ON owner.id = d.owner_id
    WHERE NOT EXISTS (SELECT 1 FROM sign_in i WHERE i.id = $8 AND i.staff_id = told.staff_id)
    RETURNING id, staff_id AS "staffId"`,
    [
      ...[staffIds.map(() => uuid()), staffIds, kind, dutyId ?? null],
      ...[source?.entity ?? null, source?.id ?? null, JSON.stringify(parameters ?? {}), by],
    ],
  );
};
