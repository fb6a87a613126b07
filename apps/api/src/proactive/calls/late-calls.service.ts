import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { addDays, startOfDay } from '@forecall/domain';
import { calendarsOf } from '../../calendars/calendar.service.js';
import { DutyService } from '../../duties/duty.service.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Schedules } from '../../platform/schedules/schedules.js';
import { callSettings } from '../planning/plan-input.query.js';
import { Spans, withUsualHours } from '../planning/spans.js';
import { lateCallQueue } from './late-call-queue.js';
import { type LateCall, lateCalls } from './late-calls.query.js';

const name = 'late-calls';
/** So many in one transaction. */
const batch = 200;

/** A call that was not made by its due day is a duty of its caller until the end of the grace; then it goes up. */
@Injectable()
export class LateCallsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly duties: DutyService,
    private readonly jobs: Jobs,
    private readonly schedules: Schedules,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(lateCallQueue, () => this.look());
  }

  @Cron('30 */5 * * * *', { name })
  tick(): Promise<void> {
    return this.schedules.tick(name, 'minute', lateCallQueue);
  }

  async look(): Promise<void> {
    while ((await this.database.transaction((sql) => this.agree(sql))) === batch);
  }

  private async agree(sql: Sql): Promise<number> {
    const differing = await lateCalls(sql, batch);
    if (differing.length === 0) return 0;
    const graceEnds = await graceEndOf(sql);
    for (const call of differing) await this.agreeOn(sql, call, graceEnds);
    return differing.length;
  }

  private async agreeOn(sql: Sql, call: LateCall, graceEnds: (dueOn: string) => Date): Promise<void> {
    const { callId, ownerId, dueOn, dutyId, isReached } = call;
    if (dutyId !== null && ownerId === null)
      await this.duties.end(sql, dutyId, { outcome: isReached ? 'done' : 'cancelled', by: null });
    else if (dutyId !== null && ownerId !== null) await this.duties.reassign(sql, dutyId, ownerId, { by: null });
    else if (ownerId !== null && dueOn !== null)
      await this.duties.open(sql, {
        ...{ kind: 'proactive-call', ownerId, dueAt: graceEnds(dueOn), by: null },
        ...{ source: { entity: 'planned_call', id: callId }, parameters: { what: call.accountName ?? '' } },
      });
  }
}

/** The end of the last working day within the grace after a due day. */
async function graceEndOf(sql: Sql): Promise<(dueOn: string) => Date> {
  const { graceDays } = await callSettings(sql);
  const calendars = await calendarsOf(sql, [], '2000-01-01');
  const organisation = withUsualHours(calendars.ofUnit(null));
  const spans = new Spans();
  return (dueOn) => {
    let day = dueOn;
    // A calendar without any working day ends the search after two months.
    for (let left = graceDays, looked = 0; left > 0 && looked < 60; looked += 1) {
      day = addDays(day, 1);
      if (spans.of(organisation, day).length > 0) left -= 1;
    }
    return startOfDay(addDays(day, 1), organisation.zone);
  };
}
