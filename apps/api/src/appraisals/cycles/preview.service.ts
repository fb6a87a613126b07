import { Injectable } from '@nestjs/common';
import type { CyclePreview, CyclePreviewQuery } from '@forecall/contracts';
import type { Assignment, LeftOut } from '@forecall/domain';
import { Database, type Sql } from '../../platform/database/database.js';
import { named, namedInBoth } from '../../platform/database/named-json.js';
import { assignedThen, periodThatIsOver, thenOf, todayOf } from './period.js';

/** What opening a cycle would do, before it is done: it tells everybody. */
@Injectable()
export class PreviewService {
  constructor(private readonly database: Database) {}

  async preview({ minimumDays, ...told }: CyclePreviewQuery): Promise<CyclePreview> {
    const sql = this.database;
    const now = await todayOf(sql);
    const period = periodThatIsOver(told, now.today);
    const there = await sql.first('SELECT FROM appraisal_cycle WHERE kind = $1 AND from_on = $2::date', [
      ...[told.kind, period.from],
    ]);
    const { assigned, leftOut } = await assignedThen(
      sql,
      thenOf(period, { ...now, writeBy: told.writeBy }),
      minimumDays,
    );
    return {
      ...{ isThere: there !== undefined, appraisals: assigned.length, leftOutCount: leftOut.length },
      by: await byAppraiser(sql, assigned),
      leftOut: await namedLeftOut(sql, leftOut),
    };
  }
}

const byAppraiser = (sql: Sql, assigned: readonly Assignment[]): Promise<CyclePreview['by']> =>
  sql.rows<CyclePreview['by'][number] & Record<string, unknown>>(
    /* sql */ `
    SELECT ${namedInBoth('d')} AS department, ${namedInBoth('t')} AS team, x.kind, ${named('s')} AS appraiser, x.how,
      count(*)::int AS appraisals
    FROM json_to_recordset($1) AS x (kind text, "appraiserId" uuid, how text, "teamId" uuid, "departmentId" uuid)
    JOIN team t ON t.id = x."teamId" JOIN department d ON d.id = x."departmentId" JOIN staff s ON s.id = x."appraiserId"
    GROUP BY d.id, t.id, s.id, x.kind, x.how
    ORDER BY d.name COLLATE name_order, t.name COLLATE name_order, t.id, x.kind, s.name COLLATE name_order, s.id, x.how LIMIT 1000`,
    [JSON.stringify(assigned)],
  );

const namedLeftOut = (sql: Sql, leftOut: readonly LeftOut[]): Promise<CyclePreview['leftOut']> =>
  sql.rows<CyclePreview['leftOut'][number] & Record<string, unknown>>(
    /* sql */ `
    SELECT x.kind, ${named('s')} AS staff, ${namedInBoth('t')} AS team, x.why, x.days
    FROM json_to_recordset($1) AS x (kind text, "staffId" uuid, "teamId" uuid, why text, days integer)
    JOIN staff s ON s.id = x."staffId" JOIN team t ON t.id = x."teamId"
    ORDER BY s.name COLLATE name_order, s.id, x.kind LIMIT 200`,
    [JSON.stringify(leftOut)],
  );
