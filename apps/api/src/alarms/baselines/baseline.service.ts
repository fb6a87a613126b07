import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import {
  addDays,
  type DayOfContacts,
  daysBetween,
  localDay,
  newLevel,
  restartedPast,
  startOfDay,
} from '@forecall/domain';
import { FiguresService } from '../../figures/figures.service.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Schedules } from '../../platform/schedules/schedules.js';
import { departmentsDue, type DueDepartment, passedAlarms } from './baseline.query.js';
import { columnsOf, pastDays, renewDays } from './baseline-columns.js';
import { alarmBaselineQueue } from './baseline-queue.js';
import { simulateBaselines } from './baseline-thread.js';
import { type Past, pastFrom } from './past.js';
import { putUnderWatch } from './put-under-watch.js';

/** What is usual in each department, and from which evidence on an alarm is raised. */
@Injectable()
export class BaselineService implements OnModuleInit {
  private readonly logger = new Logger('alarms');

  constructor(
    private readonly database: Database,
    private readonly figures: FiguresService,
    private readonly jobs: Jobs,
    private readonly schedules: Schedules,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(alarmBaselineQueue, () => this.renewDue(new Date()));
  }

  @Cron('7 * * * *', { name: 'alarm baselines', waitForCompletion: true })
  lookEachHour(): Promise<void> {
    return this.schedules.tick('alarm baselines', 'minute', alarmBaselineQueue);
  }

  /** Soon, within the transaction that gives reason to. */
  ask(sql: Sql): Promise<void> {
    return this.jobs.send(sql, alarmBaselineQueue, { dueAt: new Date().toISOString() });
  }

  async renewDue(now: Date): Promise<void> {
    const zone = await this.figures.zone();
    const today = localDay(now, zone);
    for (const department of await departmentsDue(this.database, { today, zone, renewDays, pastDays }))
      await this.renew(department, { today, zone, now }).catch((error: unknown) =>
        this.logger.warn(`The usual level of the department ${department.id} was not read: ${String(error)}`),
      );
  }

  private async renew(
    { id, restartedOn, isFirst, isRestart }: DueDepartment,
    { today, zone, now }: { today: string; zone: string; now: Date },
  ): Promise<void> {
    const past = await this.pastOf(id, { today, zone, now, restartedOn });
    if (!past) return;
    const [made] = await simulateBaselines([past.days]);
    if (!made) return;
    const why = isFirst ? 'first' : isRestart ? 'restarted' : 'renewed';
    await this.database.transaction((sql) =>
      putUnderWatch(sql, { ...columnsOf(id, past, made), restartedOn }, { why, by: null, at: now }),
    );
  }

  /** The complete days that count; undefined where there is none. */
  async pastOf(
    departmentId: string,
    { today, zone, now, restartedOn }: { today: string; zone: string; now: Date; restartedOn: string | null },
  ): Promise<Past | undefined> {
    const [all, leftOut] = await Promise.all([
      this.daysOf(departmentId, addDays(today, -pastDays), today, zone),
      passedAlarms(this.database, departmentId, zone),
    ]);
    if (restartedOn === null) return pastFrom(all, leftOut);
    // The rise may have begun before the past that is read, as one does where contacts are few.
    const split = Math.max(0, daysBetween(addDays(today, -pastDays), restartedOn));
    const [before, since] = [all.slice(0, split), all.slice(split)];
    const old = pastFrom(before, leftOut);
    if (!old || daysBetween(restartedOn, today) >= renewDays) return pastFrom(since, leftOut);
    // The day that is not over counts for the level, which is all that is known of it at first.
    const told = await this.sumSince(departmentId, startOfDay(restartedOn, zone), now);
    const level = newLevel(old.usual, told);
    return {
      ...{ from: restartedOn, to: today, usual: level, ...told },
      days: restartedPast(old.days, since, { old: old.usual, new: level }),
    };
  }

  private async sumSince(departmentId: string, from: Date, to: Date): Promise<DayOfContacts> {
    const scope = [{ dimension: 'department', id: departmentId }];
    const [whole] = await this.figures.counts(await this.figures.own('complaint-rate', { scope, by: [], from, to }));
    return { contacts: whole?.counts.handled ?? 0, complaints: whole?.counts.complaint ?? 0 };
  }

  private async daysOf(departmentId: string, from: string, to: string, zone: string) {
    const question = await this.figures.own('complaint-rate', {
      ...{ scope: [{ dimension: 'department', id: departmentId }], by: ['date'] },
      ...{ from: startOfDay(from, zone), to: startOfDay(to, zone) },
    });
    const counted = new Map((await this.figures.counts(question)).map(({ keys, counts }) => [keys[0], counts]));
    return Array.from({ length: daysBetween(from, to) }, (_, n) => {
      const day = addDays(from, n);
      const { handled = 0, complaint = 0 } = counted.get(day) ?? {};
      return { day, contacts: handled, complaints: complaint };
    });
  }
}
