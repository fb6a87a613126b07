import { Injectable } from '@nestjs/common';
import type { DiscardCycle } from '@forecall/contracts';
import { changedMeanwhile } from '../../organisation/acts/acts.service.js';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { conflict, notFound } from '../../platform/http/problem.js';
import { AppraisalDuties } from '../appraising/appraisal-duties.js';
import { lockCycle } from './cycle.query.js';
import { dropCycle, isBegun } from './discard.query.js';

/** Takes back a cycle that was opened by mistake. */
@Injectable()
export class DiscardService {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
    private readonly duties: AppraisalDuties,
  ) {}

  /** Nobody loses a word they wrote: from the first one on it can only be closed. */
  discard(viewer: Viewer, id: string, { revision, why }: DiscardCycle): Promise<void> {
    return this.database.transaction(async (sql) => {
      const cycle = await lockCycle(sql, id);
      if (!cycle) throw notFound('cycle');
      if (cycle.revision !== revision) throw changedMeanwhile();
      const appraisals = await sql.rows('SELECT FROM appraisal WHERE cycle_id = $1 ORDER BY id FOR UPDATE', [id]);
      if (cycle.isClosed || (await isBegun(sql, id)))
        throw conflict('cycle-begun', 'Something was written in it already: it can only be closed.');
      await this.duties.cancelAll(sql, cycle, [], viewer.signInId);
      await dropCycle(sql, id);
      await this.trail.record(sql, viewer, {
        ...{ act: 'appraisal-cycle.discarded', entity: 'appraisal_cycle', id, name: `${cycle.kind} ${cycle.from}` },
        ...{ before: { appraisals: appraisals.length }, after: { why } },
      });
    });
  }
}
