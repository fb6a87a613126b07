import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { complaintNumber } from '@forecall/domain';
import { DutyService } from '../../duties/duty.service.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Schedules } from '../../platform/schedules/schedules.js';
import { type ClockDuty, clockDuties } from './clock-duties.query.js';
import { clockDutyQueue } from './clock-duty-queue.js';

const name = 'clock-duties';
/** So many in one transaction. */
const batch = 200;

/**
 * Puts what was promised of a complaint into somebody's day: reminded when it is due soon, told when it is due, and gone
 * up when it is over, as every duty. The duties follow the clocks at once where somebody works on the complaint, and
 * within a minute whatever else has changed them.
 */
@Injectable()
export class ClockDutiesService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly duties: DutyService,
    private readonly jobs: Jobs,
    private readonly schedules: Schedules,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(clockDutyQueue, () => this.look());
  }

  @Cron('30 * * * * *', { name })
  tick(): Promise<void> {
    return this.schedules.tick(name, 'minute', clockDutyQueue);
  }

  async look(): Promise<void> {
    while ((await this.database.transaction((sql) => this.followSome(sql, null, null))) === batch);
  }

  /** Within the transaction of whoever works on the complaint. */
  async follow(sql: Sql, complaintId: string, by: string | null): Promise<void> {
    await this.followSome(sql, [complaintId], by);
  }

  private async followSome(sql: Sql, complaintIds: readonly string[] | null, by: string | null): Promise<number> {
    const differences = await clockDuties(sql, complaintIds, batch);
    for (const one of differences) await this.settle(sql, one, by);
    return differences.length;
  }

  private async settle(sql: Sql, one: ClockDuty, by: string | null): Promise<void> {
    const { dutyId, dueAt, remindAt, ownerId } = one;
    if (dueAt === null) {
      if (dutyId) await this.duties.end(sql, dutyId, { outcome: one.isMet ? 'done' : 'cancelled', by });
      return;
    }
    if (dutyId && ownerId !== null && one.dutyOwnerId !== null) {
      if (ownerId !== one.dutyOwnerId) await this.duties.reassign(sql, dutyId, ownerId, { by });
      if (one.dutyDueAt?.getTime() !== dueAt.getTime())
        await this.duties.move(sql, dutyId, { dueAt, remindAt, by, why: '' });
      return;
    }
    // From somebody's day into a department's, or the other way round.
    if (dutyId) await this.duties.end(sql, dutyId, { outcome: 'cancelled', by });
    await this.duties.open(sql, {
      ...{ kind: one.kind, ownerId, departmentId: one.departmentId, dueAt, remindAt, by },
      source: { entity: 'complaint', id: one.complaintId },
      parameters: { what: complaintNumber(one.running ?? 0, one.year ?? 0) },
    });
  }
}
