import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** An exam as the calendar of whoever takes part in it shows it. */
export interface ExamAhead {
  readonly id: string;
  readonly startsAt: Date;
  readonly minutes: number;
  /** The reader is examined, else examines. */
  readonly isOwn: boolean;
  readonly staff: string;
  readonly assessors: string;
  /** How often it was changed. */
  readonly changes: number;
  /** The reader has signed it, or it counts. */
  readonly isDone: boolean;
}

const mostExams = 2_000;

/** The exams in which somebody takes part. */
@Injectable()
export class ExamsAheadService {
  constructor(private readonly database: Database) {}

  /** From two weeks ago to twelve ahead, at most 2,000. */
  ahead(staffId: string): Promise<ExamAhead[]> {
    return this.database.rows<ExamAhead>(
      /* sql */ `
      SELECT e.id, e.starts_at AS "startsAt", e.minutes, e.staff_id = $1 AS "isOwn", s.name AS staff,
        CASE WHEN e.staff_id = $1 AND e.state IN ('second', 'head') THEN a.name ELSE concat_ws(', ', a.name, b.name) END AS assessors,
        e.revision - 1 AS changes, e.state = 'settled' OR EXISTS (SELECT FROM marking m
          WHERE m.exam_id = e.id AND m.assessor_id = $1 AND m.signed_at IS NOT NULL) AS "isDone"
      FROM (
        SELECT * FROM exam WHERE staff_id = $1 UNION ALL SELECT * FROM exam WHERE assessor_id = $1
        UNION ALL SELECT * FROM exam WHERE second_id = $1
      ) e
      JOIN staff s ON s.id = e.staff_id JOIN staff a ON a.id = e.assessor_id LEFT JOIN staff b ON b.id = e.second_id
      WHERE e.starts_at > now() - interval '14 days' AND e.starts_at < now() + interval '84 days'
        AND e.state NOT IN ('absent', 'cancelled')
      ORDER BY e.starts_at, e.id LIMIT ${mostExams}`,
      [staffId],
    );
  }
}
