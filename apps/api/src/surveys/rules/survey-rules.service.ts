import { Inject, Injectable } from '@nestjs/common';
import type { SetSurveyRules, SurveyRules } from '@forecall/contracts';
import { MailService } from '../../mail/mail.service.js';
import { changedMeanwhile } from '../../organisation/acts/acts.service.js';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { badField } from '../../platform/http/problem.js';
import { isAskable, surveyRules, unknownDepartment, writeRules } from './survey-rules.query.js';

/** When customers are asked, how often at most, and by which forms. */
@Injectable()
export class SurveyRulesService {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
    private readonly mail: MailService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async rules(sql: Sql = this.database): Promise<SurveyRules> {
    return { ...(await surveyRules(sql)), sends: this.sends };
  }

  /** A letter needs a server that takes it, and its link an address that is known without a request. */
  get sends(): SurveyRules['sends'] {
    if (!this.mail.isThere) return 'no-mail-server';
    return this.config.PUBLIC_URL === undefined ? 'no-address' : 'yes';
  }

  set(viewer: Viewer, told: SetSurveyRules): Promise<SurveyRules> {
    return this.database.transaction(async (sql) => {
      const { revision, ...before } = await surveyRules(sql, 'FOR UPDATE OF s');
      if (revision !== told.revision) throw changedMeanwhile();
      await refuseUnknown(sql, told);
      await writeRules(sql, told);
      const { revision: _, ...after } = await surveyRules(sql);
      await this.trail.record(sql, viewer, {
        ...{ act: 'survey-rule.set', entity: 'survey_setting', id: 'surveys', name: '' },
        ...{ before: recorded(before), after: recorded(after) },
      });
      return this.rules(sql);
    });
  }
}

async function refuseUnknown(sql: Sql, { contactFormId, complaintFormId, shares }: SetSurveyRules): Promise<void> {
  for (const [path, id] of Object.entries({ contactFormId, complaintFormId }))
    if (id !== null && !(await isAskable(sql, id)))
      throw badField({ path, code: 'form-not-published', message: 'is no form that is published and in use' });
  const place = await unknownDepartment(
    sql,
    shares.map(({ departmentId }) => departmentId),
  );
  if (place !== undefined)
    throw badField({
      path: `shares.${place}.departmentId`,
      code: 'unknown-department',
      message: 'there is no such department',
    });
}

type Recorded = Omit<SurveyRules, 'revision' | 'sends'>;

const recorded = ({ contactForm, complaintForm, shares, isOn, ...rest }: Recorded) => ({
  ...rest,
  isOn: isOn ? 'yes' : 'no',
  contactForm: contactForm?.nameEn ?? null,
  complaintForm: complaintForm?.nameEn ?? null,
  shares: shares
    .map(({ channel, department, percent }) => `${[department?.name, channel].filter(Boolean).join(' ')} ${percent} %`)
    .join(', '),
});
