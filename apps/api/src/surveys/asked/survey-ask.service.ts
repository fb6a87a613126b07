import { Injectable } from '@nestjs/common';
import type {
  BounceReported,
  ReportBounce,
  SurveyAskCountQuery,
  SurveyAskCounts,
  SurveyAskPage,
  SurveyAskQuery,
} from '@forecall/contracts';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import { hasRole, reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { inTime } from '../../platform/database/in-time.js';
import { pageAfter, pageOf } from '../../platform/http/page-cursor.js';
import { conflict, notFound } from '../../platform/http/problem.js';
import { askCounts, asksPage, deliveredCounts, lockAsk, noteBounced } from './survey-ask.query.js';

/** Who was asked and what came of it, for those who lead; and letters that come back late. */
@Injectable()
export class SurveyAskService {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
  ) {}

  async page(viewer: Viewer, query: SurveyAskQuery): Promise<SurveyAskPage> {
    const after = pageAfter(query.after);
    const found = await inTime(this.database, (sql) => asksPage(sql, query, reachOf(viewer), after));
    const { rows, next } = pageOf(found, query.limit);
    return { asks: rows.map(({ at: _, ...row }) => row), next };
  }

  counts(viewer: Viewer, query: SurveyAskCountQuery): Promise<SurveyAskCounts> {
    const reach = reachOf(viewer);
    return inTime(this.database, async (sql) => ({
      ...(await askCounts(sql, query, reach)),
      ...(await deliveredCounts(sql, query, reach)),
    }));
  }

  /** By hand, or by a program that reads what mail servers report. Told twice it is told once. */
  bounce(viewer: Viewer, { why, ...which }: ReportBounce): Promise<BounceReported> {
    return this.database.transaction(async (sql) => {
      const ask = await lockAsk(sql, which, reachOf(viewer), hasRole(viewer, 'admin'));
      if (!ask || ask.state === 'planned') throw notFound('asking');
      if (ask.state === 'answered') throw conflict('survey-answered', 'It was answered, so it has arrived.');
      if (ask.state !== 'bounced') {
        await noteBounced(sql, ask.id);
        await this.trail.record(sql, viewer, {
          ...{ act: 'survey-ask.bounced', entity: 'survey_ask', id: ask.id, name: '' },
          ...{ before: { state: ask.state }, after: { state: 'bounced', why } },
        });
      }
      return { askId: ask.id, state: 'bounced' };
    });
  }
}
