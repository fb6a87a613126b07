import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { keepHealth } from '../../key-accounts/health/health.service.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { noteRun } from '../../platform/schedules/schedule-run.query.js';
import { type Due, Schedules } from '../../platform/schedules/schedules.js';
import { nightPlanQueue } from './plan-queue.js';
import { askPlan, isAsked } from './plan-state.query.js';
import { PlanThread } from './plan-thread.js';

export { planIfAsked } from './plan-if-asked.js';

const name = 'call-plan-night';

/**
 * Plans proactive calls: each night, and within seconds when something changed that a plan depends on. The tables ask
 * for it themselves; one plan answers all who asked before it began, whichever process makes it.
 */
@Injectable()
export class PlannerService implements OnModuleInit {
  private readonly logger = new Logger('planner');

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly schedules: Schedules,
    private readonly thread: PlanThread,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(nightPlanQueue, (due) => this.night(due));
  }

  @Cron('12 1 * * *', { name, waitForCompletion: true })
  tonight(): Promise<void> {
    return this.schedules.tick(name, 'day', nightPlanQueue);
  }

  @Cron('*/5 * * * * *', { name: 'call-plan', waitForCompletion: true })
  async look(): Promise<void> {
    if (this.config.JOBS !== 'yes') return;
    try {
      if (await isAsked(this.database)) await this.thread.plan();
    } catch (error) {
      this.logger.warn(`No plan of calls was made: ${String(error)}`);
    }
  }

  /** How accounts are is reckoned first: who is at risk is called first. */
  private async night({ dueAt }: Due): Promise<void> {
    const accounts = await this.database.transaction(async (sql) => {
      await askPlan(sql);
      return keepHealth(sql, new Date());
    });
    await noteRun(this.database, { name, dueAt, outcome: { accounts } });
  }
}
