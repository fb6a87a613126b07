import { Inject, Injectable } from '@nestjs/common';
import type {
  ChangeOpenSurveyLink,
  MakeOpenSurveyLink,
  OpenSurveyLink,
  OpenSurveyLinkQuery,
  OpenSurveyLinks,
  OpenSurveyReplies,
  OpenSurveyWords,
  OpenSurveyWordsQuery,
} from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { changedMeanwhile } from '../../organisation/acts/acts.service.js';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import { leadsDepartment, reachOf, type Viewer } from '../../platform/access/viewer.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { pageAfter, pageOf } from '../../platform/http/page-cursor.js';
import { badField, forbidden, notFound } from '../../platform/http/problem.js';
import { isAskable } from '../rules/survey-rules.query.js';
import { countedReplies } from './count-replies.js';
import { newCode } from './link-code.js';
import { toldCounts, versionsOf, wordsPage } from './link-replies.query.js';
import {
  addOpenLink,
  changeOpenLink,
  isDepartment,
  linksPage,
  lockLink,
  oneLink,
  type StoredLink,
} from './open-link.query.js';
import { qrSvg } from './qr-svg.js';

/** Standing links for receipts and counters, by which whoever comes by answers about a department. */
@Injectable()
export class OpenLinkService {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async page(viewer: Viewer, { limit, after }: OpenSurveyLinkQuery, base: string): Promise<OpenSurveyLinks> {
    const found = await linksPage(this.database, reachOf(viewer), { limit, after: pageAfter(after) });
    const { rows, next } = pageOf(found, limit);
    return { links: rows.map(({ at: _, ...row }) => this.shown(row, base)), next };
  }

  async one(viewer: Viewer, id: string, base: string, sql: Sql = this.database): Promise<OpenSurveyLink> {
    return this.shown(await this.demand(viewer, id, sql), base);
  }

  async picture(viewer: Viewer, id: string, base: string): Promise<string> {
    return qrSvg((await this.one(viewer, id, base)).url);
  }

  async replies(viewer: Viewer, id: string): Promise<OpenSurveyReplies> {
    await this.demand(viewer, id);
    const [versions, counts] = await Promise.all([versionsOf(this.database, id), toldCounts(this.database, id)]);
    return { questions: countedReplies(versions, counts) };
  }

  async words(viewer: Viewer, id: string, { limit, after }: OpenSurveyWordsQuery): Promise<OpenSurveyWords> {
    await this.demand(viewer, id);
    const found = await wordsPage(this.database, id, { limit, after: pageAfter(after) });
    const { rows, next } = pageOf(found, limit);
    return { replies: rows.map(({ id: askId, toldAt, words }) => ({ id: askId, at: toldAt, words })), next };
  }

  make(viewer: Viewer, told: MakeOpenSurveyLink, base: string): Promise<OpenSurveyLink> {
    return this.database.transaction(async (sql) => {
      const { departmentId, formId, name, endsOn } = told;
      if (!(await isDepartment(sql, departmentId)))
        throw badField({ path: 'departmentId', code: 'unknown-department', message: 'there is no such department' });
      if (!leadsDepartment(viewer, departmentId)) throw forbidden('It is set by those who lead the department.');
      if (!(await isAskable(sql, formId)))
        throw badField({
          ...{ path: 'formId', code: 'form-not-published' },
          message: 'is no form that is published and in use',
        });
      const id = uuid();
      await addOpenLink(sql, { ...told, id, code: newCode(), by: viewer.signInId });
      await this.trail.record(sql, viewer, {
        ...{ act: 'survey-open-link.made', entity: 'survey_open_link', id, name },
        after: { endsOn },
      });
      return this.one(viewer, id, base, sql);
    });
  }

  change(
    viewer: Viewer,
    id: string,
    { revision, ...told }: ChangeOpenSurveyLink,
    base: string,
  ): Promise<OpenSurveyLink> {
    return this.database.transaction(async (sql) => {
      const before = (await lockLink(sql, id)) && (await oneLink(sql, id, reachOf(viewer)));
      if (!before) throw notFound('link');
      if (!leadsDepartment(viewer, before.department.id))
        throw forbidden('It is set by those who lead the department.');
      if ((await changeOpenLink(sql, id, { revision, ...told })) === 0) throw changedMeanwhile();
      await this.trail.record(sql, viewer, {
        ...{ act: 'survey-open-link.changed', entity: 'survey_open_link', id, name: before.name },
        ...{ before: recorded(before), after: recorded({ ...before, ...told }) },
      });
      return this.one(viewer, id, base, sql);
    });
  }

  private async demand(viewer: Viewer, id: string, sql: Sql = this.database): Promise<StoredLink> {
    const row = await oneLink(sql, id, reachOf(viewer));
    if (!row) throw notFound('link');
    return row;
  }

  private shown({ code, ...link }: StoredLink, base: string): OpenSurveyLink {
    return { ...link, url: new URL(`/s/${code}`, this.config.PUBLIC_URL ?? base).href };
  }
}

const recorded = ({ name, endsOn, isOff }: { name: string; endsOn: string; isOff: boolean }) => ({
  ...{ name, endsOn },
  isOff: isOff ? 'yes' : 'no',
});
