import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { endOfDay } from '@forecall/domain';
import { DutyService } from '../../duties/duty.service.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Schedules } from '../../platform/schedules/schedules.js';
import { type Grace, graceNow } from '../planning/grace.js';
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
    const grace = await graceNow(sql);
    for (const call of differing) await this.agreeOn(sql, call, grace);
    return differing.length;
  }

  private async agreeOn(sql: Sql, call: LateCall, grace: Grace): Promise<void> {
    const { callId, ownerId, dueOn, dutyId, isReached } = call;
    if (dutyId !== null && ownerId === null)
      await this.duties.end(sql, dutyId, { outcome: isReached ? 'done' : 'cancelled', by: null });
    else if (dutyId !== null && ownerId !== null) await this.duties.reassign(sql, dutyId, ownerId, { by: null });
    else if (ownerId !== null && dueOn !== null)
      await this.duties.open(sql, {
        ...{ kind: 'proactive-call', ownerId, dueAt: endOfDay(grace.until(dueOn), grace.zone), by: null },
        ...{ source: { entity: 'planned_call', id: callId }, parameters: { what: call.accountName ?? '' } },
      });
  }
}
