import type { DutyDetail } from '@forecall/contracts';
import type { Sql } from '../platform/database/database.js';
import { isoInstant } from '../platform/database/iso-instant.js';

/** The course of a duty, at most its last hundred steps. */
export const stepsOf = (sql: Sql, dutyId: string): Promise<DutyDetail['steps']> =>
  sql.rows<DutyDetail['steps'][number] & Record<string, unknown>>(
    /* sql */ `
    SELECT * FROM (
      SELECT ${isoInstant('step.at')} AS at, s.name AS by, step.act, step.before, step.after, step.why
      FROM duty_step step LEFT JOIN sign_in i ON i.id = step.by_sign_in_id LEFT JOIN staff s ON s.id = i.staff_id
      WHERE step.duty_id = $1 ORDER BY step.at DESC, step.id DESC LIMIT 100
    ) last ORDER BY at`,
    [dutyId],
  );
