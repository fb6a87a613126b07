import { Injectable } from '@nestjs/common';
import { NotificationService } from '../../notifications/notification.service.js';
import type { Sql } from '../../platform/database/database.js';
import type { SlotOfExam } from './exam-write.query.js';

interface ExamTold extends SlotOfExam {
  readonly id: string;
  readonly staffId: string;
}

interface OfCampaign {
  readonly id: string;
  readonly name: string;
}

/** Tells people when they are examined and when they examine. */
@Injectable()
export class TellExams {
  constructor(private readonly notifications: NotificationService) {}

  /** Each candidate of their time; who examines in how many. */
  async booked(sql: Sql, campaign: OfCampaign, exams: readonly ExamTold[], by: string): Promise<void> {
    for (const exam of exams) await this.one(sql, 'exam-booked', campaign, exam, [exam.staffId], by);
    const assessors = exams.flatMap(({ assessorId, secondId }) => [assessorId, secondId ?? []].flat());
    for (const [staffId, own] of Map.groupBy(assessors, (id) => id))
      await this.notifications.tell(sql, {
        ...{ kind: 'exams-to-give', to: [staffId], by, source: { entity: 'campaign', id: campaign.id } },
        parameters: { campaign: campaign.name, exams: String(own.length) },
      });
  }

  /** Who takes part now of the time; who does not any more, that it is without them. */
  async moved(sql: Sql, campaign: OfCampaign, before: SlotOfExam, exam: ExamTold, by: string): Promise<void> {
    const partOf = ({ assessorId, secondId }: SlotOfExam) => [assessorId, secondId ?? []].flat();
    const now = [exam.staffId, ...partOf(exam)];
    await this.one(sql, 'exam-moved', campaign, exam, now, by);
    const gone = partOf(before).filter((id) => !now.includes(id));
    await this.one(sql, 'exam-taken-off', campaign, { ...exam, startsAt: before.startsAt }, gone, by);
  }

  /** Everybody who took part that it does not take place. */
  cancelled(
    sql: Sql,
    campaign: OfCampaign,
    exam: ExamTold & { readonly staffName: string },
    by: string | null,
  ): Promise<void> {
    return this.notifications.tell(sql, {
      ...{ kind: 'exam-cancelled', to: [exam.staffId, exam.assessorId, exam.secondId ?? []].flat(), by },
      source: { entity: 'exam', id: exam.id },
      parameters: { campaign: campaign.name, candidate: exam.staffName, dueAt: exam.startsAt.toISOString() },
    });
  }

  private one(
    sql: Sql,
    kind: 'exam-booked' | 'exam-moved' | 'exam-taken-off',
    campaign: OfCampaign,
    { id, startsAt }: ExamTold,
    to: readonly string[],
    by: string,
  ): Promise<void> {
    return this.notifications.tell(sql, {
      ...{ kind, to, by, source: { entity: 'exam', id } },
      parameters: { campaign: campaign.name, dueAt: startsAt.toISOString() },
    });
  }
}
