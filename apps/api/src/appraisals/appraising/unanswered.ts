import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Schedules } from '../../platform/schedules/schedules.js';
import { AppraisalDuties } from './appraisal-duties.js';
import { unansweredQueue } from './unanswered-queue.js';

export const unansweredName = 'unanswered appraisals';

/** Each night: where the member’s time is over without a word, whoever signs is told. */
@Injectable()
export class Unanswered implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly schedules: Schedules,
    private readonly duties: AppraisalDuties,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(unansweredQueue, () => this.database.transaction((sql) => this.duties.openUnanswered(sql)));
  }

  @Cron('11 1 * * *', { name: unansweredName, waitForCompletion: true })
  tick(): Promise<void> {
    return this.schedules.tick(unansweredName, 'day', unansweredQueue);
  }
}
