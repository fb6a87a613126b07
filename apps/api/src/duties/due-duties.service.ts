import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Database, type Sql } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { clearNews } from '../platform/personal/personal-news.js';
import { Schedules } from '../platform/schedules/schedules.js';
import { NotificationService } from '../notifications/notification.service.js';
import { tellable, toGoUp } from './due-duties.query.js';
import { dutyQueue } from './duty-queue.js';
import { dayHolders, noteChange } from './duty-write.query.js';
import { DutyService } from './duty.service.js';

const name = 'duties';
/** So many in one transaction. */
const batch = 200;

/**
 * Reminds of duties, tells when they are due and lets overdue ones go up. What was told is a unique row written with the
 * telling, so that it is told once, however many processes look, and none is left out when one dies.
 */
@Injectable()
export class DueDutiesService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly duties: DutyService,
    private readonly notifications: NotificationService,
    private readonly jobs: Jobs,
    private readonly schedules: Schedules,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(dutyQueue, () => this.look());
  }

  @Cron('0 * * * * *', { name })
  tick(): Promise<void> {
    return this.schedules.tick(name, 'minute', dutyQueue);
  }

  /** All that has come up by now. */
  async look(): Promise<void> {
    for (const work of [
      (sql: Sql) => this.tell(sql, 'reminder'),
      (sql: Sql) => this.tell(sql, 'due'),
      (sql: Sql) => this.goUp(sql, 'supervisor'),
      (sql: Sql) => this.goUp(sql, 'head'),
    ]) {
      while ((await this.database.transaction(work)) === batch);
    }
    await clearNews(this.database);
  }

  private async tell(sql: Sql, what: 'reminder' | 'due'): Promise<number> {
    const told = await tellable(sql, what, batch);
    if (told.length === 0) return 0;
    const held = await sql.rows<{ duty_id: string; staff_id: string }>(dayHolders('$1::uuid[]'), [told]);
    for (const dutyId of told) {
      const to = held.filter(({ duty_id: id }) => id === dutyId).map(({ staff_id: id }) => id);
      await this.notifications.tell(sql, { kind: `duty-${what}`, dutyId, to, by: null });
    }
    await noteChange(sql, told);
    return told.length;
  }

  private async goUp(sql: Sql, level: 'supervisor' | 'head'): Promise<number> {
    const ids = await toGoUp(sql, level, batch);
    for (const id of ids) await this.duties.goUp(sql, id, level);
    return ids.length;
  }
}
