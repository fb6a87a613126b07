import { Injectable } from '@nestjs/common';
import { DutyService } from '../../duties/duty.service.js';
import type { Sql } from '../../platform/database/database.js';
import { addSteps } from './exam-write.query.js';
import { TellExams } from './tell-exams.js';

interface GoneExam {
  readonly id: string;
  readonly staffId: string;
  readonly staffName: string;
  readonly startsAt: Date;
  readonly assessorId: string;
  readonly secondId: string | null;
  readonly campaign: { readonly id: string; readonly name: string };
  readonly kind: string | null;
  readonly why: string;
}

type By = { readonly staffId: string; readonly signInId: string } | null;

/** Exams that are booked and not needed: of whom a campaign does not examine any more, and of who has passed. */
@Injectable()
export class GoneExams {
  constructor(
    private readonly duties: DutyService,
    private readonly tell: TellExams,
  ) {}

  /**
   * Cancels what is booked for whoever is out of a campaign (null: of any), where nobody has begun to mark it; it says
   * why, and who took part is told. Whoever comes back waits to be booked anew.
   */
  async cancel(sql: Sql, campaignId: string | null, by: By): Promise<void> {
    const asked = await sql.rows<{ id: string }>(
      /* sql */ `
      SELECT e.id FROM candidate k JOIN campaign c ON c.id = k.campaign_id JOIN exam e ON e.candidate_id = k.id
      WHERE k.out_kind IS NOT NULL AND c.begun_at IS NOT NULL AND c.closed_at IS NULL AND ($1::uuid IS NULL OR c.id = $1)
        AND e.state = 'booked'`,
      [campaignId],
    );
    await this.end(sql, asked, by);
  }

  /** The same for candidates who have passed, whatever is booked for them. */
  async cancelOfPassed(sql: Sql, candidateIds: readonly string[], by: By): Promise<void> {
    const asked = await sql.rows<{ id: string }>(
      `SELECT id FROM exam WHERE candidate_id = ANY ($1::uuid[]) AND state = 'booked'`,
      [candidateIds],
    );
    await this.end(sql, asked, by);
  }

  private async end(sql: Sql, exams: readonly { readonly id: string }[], by: By): Promise<void> {
    if (exams.length === 0) return;
    const ids = exams.map(({ id }) => id);
    // First the locks, always in the same order; then what is read under them: a marking that was waited for is seen.
    await sql.rows('SELECT FROM exam WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE', [ids]);
    const gone = await sql.rows<GoneExam>(
      /* sql */ `
      UPDATE exam e SET state = 'cancelled', revision = e.revision + 1
      FROM candidate k JOIN campaign c ON c.id = k.campaign_id JOIN staff s ON s.id = k.staff_id
      WHERE k.id = e.candidate_id AND e.id = ANY ($1::uuid[]) AND e.state = 'booked'
        AND NOT EXISTS (SELECT FROM marking m WHERE m.exam_id = e.id)
      RETURNING e.id, e.staff_id AS "staffId", s.name AS "staffName", e.starts_at AS "startsAt",
        e.assessor_id AS "assessorId", e.second_id AS "secondId", k.out_kind AS kind, k.out_why AS why,
        json_build_object('id', c.id, 'name', coalesce(nullif(c.name_en, ''), c.name_zh)) AS campaign`,
      [ids],
    );
    if (gone.length === 0) return;
    await addSteps(
      sql,
      gone.map(({ id, kind, why }) => ({
        ...{ examId: id, step: 'cancelled' as const, byStaffId: by?.staffId ?? null, note: why },
        data: { out: kind ?? 'passed' },
      })),
    );
    for (const exam of gone) {
      await this.duties.cancel(sql, { source: { entity: 'exam', id: exam.id } }, by?.signInId ?? null);
      if (exam.startsAt.getTime() > Date.now())
        await this.tell.cancelled(sql, exam.campaign, exam, by?.signInId ?? null);
    }
  }
}
