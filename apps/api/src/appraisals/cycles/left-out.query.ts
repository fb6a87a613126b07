import type { LeftOutPage } from '@forecall/contracts';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { named, namedInBoth } from '../../platform/database/named-json.js';
import type { NameEnd } from '../name-cursor.js';

/** Who is not appraised in a cycle, by name. */
export const leftOutPage = (
  sql: Sql,
  { everything, departmentIds, teamIds }: Reach,
  cycleId: string,
  limit: number,
  after: NameEnd | undefined,
) =>
  sql.rows<LeftOutPage['leftOut'][number] & NameEnd & Record<string, unknown>>(
    /* sql */ `
    SELECT x.kind, ${named('s')} AS staff, ${namedInBoth('t')} AS team, x.why, x.days, s.name, s.id || ' ' || x.kind AS id
    FROM appraisal_left_out x JOIN staff s ON s.id = x.staff_id JOIN team t ON t.id = x.team_id
    WHERE x.cycle_id = $1 AND ($2::boolean OR t.department_id = ANY ($3::uuid[]) OR t.id = ANY ($7::uuid[]))
      AND ($4::text IS NULL OR (s.name COLLATE name_order, s.id || ' ' || x.kind) > ($4, $5))
    ORDER BY s.name COLLATE name_order, s.id || ' ' || x.kind LIMIT $6`,
    [cycleId, everything, departmentIds, after?.name ?? null, after?.id ?? null, limit + 1, teamIds],
  );
