import { Injectable } from '@nestjs/common';
import type { AgreeAppraisal, Appraisal, DisputeAppraisal } from '@forecall/contracts';
import type { AppraisalStep } from '@forecall/domain';
import { changedMeanwhile } from '../../organisation/acts/acts.service.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { conflict, forbidden, notFound } from '../../platform/http/problem.js';
import { addStep, type LockedAppraisal, lockAppraisal, raiseRevision } from './appraisal.query.js';
import { AppraisalDuties } from './appraisal-duties.js';
import { AppraisalTelling } from './appraisal-telling.js';
import { AppraisalViewService } from './appraisal-view.service.js';
import { isOwn, seesAppraisal } from './sight.js';
import { cycleClosed } from './writing.service.js';

/** What whom it is about says: agrees, or disputes with a reason. */
@Injectable()
export class AnsweringService {
  constructor(
    private readonly database: Database,
    private readonly duties: AppraisalDuties,
    private readonly telling: AppraisalTelling,
    private readonly view: AppraisalViewService,
  ) {}

  agree(viewer: Viewer, id: string, { revision, note }: AgreeAppraisal): Promise<Appraisal> {
    return this.answer(viewer, id, { revision, step: 'agreed', note }, (sql, appraisal) =>
      this.duties.openSigning(sql, appraisal, viewer.signInId),
    );
  }

  dispute(viewer: Viewer, id: string, { revision, why }: DisputeAppraisal): Promise<Appraisal> {
    return this.answer(viewer, id, { revision, step: 'disputed', note: why }, async (sql, appraisal) => {
      await this.duties.openDeciding(sql, appraisal, viewer.signInId);
      await this.telling.tell(sql, 'appraisal-disputed', appraisal, [appraisal.appraiserId], viewer.signInId);
    });
  }

  private answer(
    viewer: Viewer,
    id: string,
    { revision, step, note }: { revision: number; step: AppraisalStep; note: string },
    then: (sql: Sql, appraisal: LockedAppraisal) => Promise<void>,
  ): Promise<Appraisal> {
    return this.database.transaction(async (sql) => {
      const appraisal = await lockAppraisal(sql, id);
      if (!appraisal || !seesAppraisal(viewer, appraisal)) throw notFound('appraisal');
      if (!isOwn(viewer, appraisal)) throw forbidden('Only whom it is about answers.');
      if (appraisal.cycle.isClosed) throw cycleClosed();
      if (appraisal.stage !== 'given') throw conflict('appraisal-answered', 'It was answered, or time is over.');
      if (appraisal.revision !== revision) throw changedMeanwhile();
      await addStep(sql, id, { step, by: viewer.staffId, note });
      await raiseRevision(sql, id);
      await this.duties.endReading(sql, appraisal, viewer.signInId);
      await then(sql, appraisal);
      return this.view.one(viewer, id, sql);
    });
  }
}
