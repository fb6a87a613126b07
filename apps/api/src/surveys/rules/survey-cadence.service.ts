import { Injectable } from '@nestjs/common';
import type { SetSurveyCadence, SurveyCadence } from '@forecall/contracts';
import { changedMeanwhile } from '../../organisation/acts/acts.service.js';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { badField } from '../../platform/http/problem.js';
import { type StoredCadence, surveyCadence, writeCadence } from './survey-cadence.query.js';
import { isAskable } from './survey-rules.query.js';
import { SurveyRulesService } from './survey-rules.service.js';

/** How often key accounts are asked about the relationship, and by which form. Off until it is switched on. */
@Injectable()
export class SurveyCadenceService {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
    private readonly rules: SurveyRulesService,
  ) {}

  async cadence(sql: Sql = this.database): Promise<SurveyCadence> {
    return { ...(await surveyCadence(sql)), sends: this.rules.sends };
  }

  set(viewer: Viewer, told: SetSurveyCadence): Promise<SurveyCadence> {
    return this.database.transaction(async (sql) => {
      const before = await surveyCadence(sql, 'FOR UPDATE OF s');
      if (before.revision !== told.revision) throw changedMeanwhile();
      if (told.formId !== null && !(await isAskable(sql, told.formId)))
        throw badField({
          ...{ path: 'formId', code: 'form-not-published' },
          message: 'is no form that is published and in use',
        });
      await writeCadence(sql, told);
      await this.trail.record(sql, viewer, {
        ...{ act: 'survey-cadence.set', entity: 'survey_account_setting', id: 'accounts', name: '' },
        ...{ before: recorded(before), after: recorded(await surveyCadence(sql)) },
      });
      return this.cadence(sql);
    });
  }
}

const recorded = ({ isOn, form, classes }: StoredCadence) => ({
  isOn: isOn ? 'yes' : 'no',
  form: form?.nameEn ?? null,
  classes: classes.map((each) => `${each.class} ${each.days}`).join(', '),
});
