import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { freezeQueue } from './freeze-queue.js';
import { FreezingService } from './freezing.service.js';
import { keepFigures } from './frozen.query.js';
import type { CardOf } from './own-card.service.js';

/** Keeps the figures of what was not given by the close of its cycle, one after the other; begun anew it goes on. */
@Injectable()
export class FreezeMissing implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly freezing: FreezingService,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(freezeQueue, ({ cycleId }) => this.freeze(cycleId));
  }

  private async freeze(cycleId: string): Promise<void> {
    const left = await this.database.rows<CardOf & { appraisalId: string } & Record<string, unknown>>(
      /* sql */ `
      SELECT a.id AS "appraisalId", a.kind, a.subject_id AS id, c.from_on::text AS "from", c.to_on::text AS "to"
      FROM appraisal a JOIN appraisal_cycle c ON c.id = a.cycle_id WHERE a.cycle_id = $1 AND a.card IS NULL ORDER BY a.id`,
      [cycleId],
    );
    for (const { appraisalId, ...of } of left) {
      const frozen = await this.freezing.take(of);
      await this.database.transaction(async (sql) => {
        const open = await sql.first('SELECT FROM appraisal WHERE id = $1 AND card IS NULL FOR UPDATE', [appraisalId]);
        if (open) await keepFigures(sql, appraisalId, frozen);
      });
    }
  }
}
