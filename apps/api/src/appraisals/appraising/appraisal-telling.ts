import { Injectable } from '@nestjs/common';
import { NotificationService } from '../../notifications/notification.service.js';
import type { Sql } from '../../platform/database/database.js';
import { type OfAppraisal, type OfCycle, periodOf } from './appraisal-duties.js';
import { wasGiven } from './stage.query.js';

/** Tells people what became of an appraisal. Nothing in it says what was written. */
@Injectable()
export class AppraisalTelling {
  constructor(private readonly notifications: NotificationService) {}

  tell(
    sql: Sql,
    kind: 'appraisal-disputed' | 'appraisal-decided' | 'appraisal-signed',
    { id, subject, cycle }: OfAppraisal,
    to: readonly string[],
    by: string,
  ): Promise<void> {
    return this.notifications.tell(sql, {
      ...{ kind, to, by, source: { entity: 'appraisal', id }, parameters: { ...periodOf(cycle), subject } },
    });
  }

  /** Each whose appraisal was not signed. What was never given is not theirs to read: they are led to their list. */
  async closed(sql: Sql, cycle: OfCycle, appraisalIds: readonly string[], by: string): Promise<void> {
    const unsigned = await sql.rows<{ id: string; subjectId: string; subject: string; wasGiven: boolean }>(
      /* sql */ `
      SELECT a.id, a.subject_id AS "subjectId", s.name AS subject, ${wasGiven} AS "wasGiven"
      FROM appraisal a JOIN staff s ON s.id = a.subject_id WHERE a.id = ANY ($1::uuid[]) ORDER BY a.id`,
      [appraisalIds],
    );
    for (const one of unsigned)
      await this.notifications.tell(sql, {
        ...{ kind: 'appraisal-closed', to: [one.subjectId], by },
        source: one.wasGiven ? { entity: 'appraisal', id: one.id } : { entity: 'appraisal-cycle', id: cycle.id },
        parameters: { ...periodOf(cycle), subject: one.subject },
      });
  }
}
