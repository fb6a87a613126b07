import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Database } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { noteRun } from '../platform/schedules/schedule-run.query.js';
import { type Due, Schedules } from '../platform/schedules/schedules.js';
import { retentions } from './retention.query.js';
import { retentionQueue } from './retention-queue.js';

export const retentionName = 'retention';
/** So many rows in one transaction. */
export const chunkRows = 1000;

/** Each night one process clears away what was kept long enough, and notes how much of each kind that was. */
@Injectable()
export class RetentionService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly schedules: Schedules,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(retentionQueue, (due) => this.clear(due));
  }

  @Cron('41 2 * * *', { name: retentionName, waitForCompletion: true })
  clearTonight(): Promise<void> {
    return this.schedules.tick(retentionName, 'day', retentionQueue);
  }

  private async clear({ dueAt }: Due): Promise<void> {
    const cleared: Record<string, number> = {};
    for (const [kind, statement] of Object.entries(retentions)) cleared[kind] = await this.inChunks(statement);
    await noteRun(this.database, { name: retentionName, dueAt, outcome: cleared });
  }

  private async inChunks(statement: string): Promise<number> {
    let cleared = 0;
    for (;;) {
      const rows = await this.database.change(statement, [chunkRows]);
      cleared += rows;
      if (rows < chunkRows) return cleared;
    }
  }
}
