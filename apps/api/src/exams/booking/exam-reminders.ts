import { Injectable } from '@nestjs/common';
import { addDays, endOfDay, localDay, weekdayOf } from '@forecall/domain';
import { DutyService } from '../../duties/duty.service.js';
import type { Sql } from '../../platform/database/database.js';
import { figuresOf } from '../campaigns/figures-of.js';
import { endingCampaigns, endingPasses, examsAtHand, examsOver } from './reminders.query.js';

const minuteMs = 60_000;
/** Before it begins they are told once more. */
const remindMinutes = 30;
/** So near its end a campaign in which people wait unbooked is the head's to look after, and by when it is done. */
const [nearDays, bookedByDays] = [14, 7];
/** So long before passes run out the head is to plan the exam that renews them. */
const renewDays = 45;

/** What exams give people to do as their time comes: to sit, to give, to book who still waits, to renew what runs out. */
@Injectable()
export class ExamReminders {
  constructor(private readonly duties: DutyService) {}

  /** What one look leaves undone the next one does. */
  async look(sql: Sql): Promise<void> {
    const zone = (await sql.first<{ zone: string }>('SELECT zone FROM organisation'))?.zone ?? 'UTC';
    const today = localDay(new Date(), zone);
    await this.open(sql, endOfDay(nextWeekday(today), zone));
    for (const id of await examsOver(sql)) await this.duties.end(sql, id, { outcome: 'done', by: null });
    await this.unbooked(sql, today, zone);
    await this.renew(sql, today, zone);
  }

  /** On the working day before, in everybody's day who takes part. */
  private async open(sql: Sql, until: Date): Promise<void> {
    for (const { id, staffId, assessorId, secondId, startsAt, minutes, candidate, name } of await examsAtHand(
      sql,
      until,
    )) {
      const parameters = { exam: name.en || name.zh, examZh: name.zh || name.en, candidate };
      const remindAt = new Date(startsAt.getTime() - remindMinutes * minuteMs);
      const common = { remindAt, source: { entity: 'exam', id }, parameters, by: null };
      await this.duties.open(sql, { ...common, kind: 'exam-sit', ownerId: staffId, dueAt: startsAt });
      const overAt = new Date(startsAt.getTime() + minutes * minuteMs);
      for (const ownerId of [assessorId, secondId ?? []].flat())
        await this.duties.open(sql, {
          ...{ ...common, kind: 'exam-give', ownerId, dueAt: overAt },
          parameters: { ...parameters, startsAt: startsAt.toISOString() },
        });
    }
  }

  private async unbooked(sql: Sql, today: string, zone: string): Promise<void> {
    for (const campaign of await endingCampaigns(sql, nearDays)) {
      const source = { entity: 'campaign', id: campaign.id };
      const { standings } = await figuresOf(sql, campaign);
      const waits = [...standings.values()].some(({ standing }) => ['due', 'resit', 'absent'].includes(standing));
      if (!waits || campaign.isClosed) await this.duties.done(sql, { source, kind: 'exam-book' }, null);
      else {
        const by = addDays(campaign.endsOn, -bookedByDays);
        await this.duties.open(sql, {
          ...{ kind: 'exam-book', departmentId: campaign.departmentId, source, by: null },
          dueAt: endOfDay(by < today ? campaign.endsOn : by, zone),
          parameters: { exam: campaign.name.en || campaign.name.zh, examZh: campaign.name.zh || campaign.name.en },
        });
      }
    }
  }

  private async renew(sql: Sql, today: string, zone: string): Promise<void> {
    for (const { campaignId, departmentId, name, untilOn } of await endingPasses(sql, today, renewDays))
      await this.duties.open(sql, {
        ...{ kind: 'exam-renew', departmentId, source: { entity: 'campaign', id: campaignId }, by: null },
        dueAt: endOfDay(untilOn, zone),
        parameters: { exam: name.en || name.zh, examZh: name.zh || name.en },
      });
  }
}

/** On Friday Monday, so that nobody hears of it on Sunday only. */
const nextWeekday = (day: string): string => addDays(day, weekdayOf(day) < 4 ? 1 : 7 - weekdayOf(day));
