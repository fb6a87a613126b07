import { Injectable } from '@nestjs/common';
import type {
  ChangeSurveyForm,
  MakeSurveyForm,
  OfSurveyDraft,
  SaveSurveyDraft,
  SurveyContent,
  SurveyForm,
  SurveyFormDetail,
  SurveyFormPage,
  SurveyFormQuery,
  SurveyFormVersion,
} from '@forecall/contracts';
import { type SurveyFormKind, surveyFaults } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { changedMeanwhile } from '../../organisation/acts/acts.service.js';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { pageAfter, pageOf } from '../../platform/http/page-cursor.js';
import { badField, badRequest, conflict, notFound } from '../../platform/http/problem.js';
import { type FormUse, usesOfForm } from './form-uses.query.js';
import { readyMadeForms } from './ready-made.js';
import { addForm, formById, formsPage, namesTaken, surveyForms } from './survey-form.query.js';

export { readyMadeForms } from './ready-made.js';

const empty: SurveyContent = { intro: { en: '', zh: '' }, questions: [] };

/** What customers are asked: drafts that are worked on, and versions that stay as they were published. */
@Injectable()
export class SurveyFormService {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
  ) {}

  async page(query: SurveyFormQuery): Promise<SurveyFormPage> {
    const { rows, next } = pageOf(await formsPage(this.database, query, pageAfter(query.after)), query.limit);
    return { forms: rows.map(({ at: _, ...row }) => row), next };
  }

  async one(id: string, sql: Sql = this.database): Promise<SurveyFormDetail> {
    const form = await formById(sql, id);
    if (!form) throw notFound('form');
    return { form, versions: await surveyForms.versions(sql, id) };
  }

  async version(formId: string, versionId: string, sql: Sql = this.database): Promise<SurveyFormVersion> {
    const version = await surveyForms.version(sql, formId, versionId);
    if (!version) throw notFound('version');
    return version;
  }

  make(viewer: Viewer, { kind, name, from }: MakeSurveyForm): Promise<SurveyFormDetail> {
    return this.database.transaction(async (sql) => {
      const content = await contentFrom(sql, kind, from);
      const [id, by] = [uuid(), viewer.signInId];
      await refuseTaken(sql, id, name);
      await addForm(sql, { id, kind, name, by });
      await surveyForms.addDraft(sql, { id: uuid(), documentId: id, content, by });
      await this.trail.record(sql, viewer, { ...{ act: 'survey-form.made', ...named(id, name) }, after: { kind } });
      return this.one(id, sql);
    });
  }

  change(viewer: Viewer, id: string, { revision, ...changes }: ChangeSurveyForm): Promise<SurveyFormDetail> {
    return this.database.transaction(async (sql) => {
      const { name, isArchived } = await locked(sql, id);
      if (changes.isArchived && !isArchived) await refuseUsed(sql, id);
      // Put away it has its name beside others; in use again it must be told from them.
      const isNamedAnew = changes.name !== undefined || isArchived;
      const isInUse = !(changes.isArchived ?? isArchived);
      if (isNamedAnew && isInUse) await refuseTaken(sql, id, changes.name ?? name);
      if (!(await surveyForms.change(sql, id, revision, changes))) throw changedMeanwhile();
      await this.trail.record(sql, viewer, {
        ...{ act: 'survey-form.changed', ...named(id, name) },
        ...{ before: { name, isArchived }, after: changes },
      });
      return this.one(id, sql);
    });
  }

  /** Saved whole; where what was published is worked on again it becomes the next version. */
  save(viewer: Viewer, id: string, { revision, content }: SaveSurveyDraft): Promise<SurveyFormVersion> {
    return this.database.transaction(async (sql) => {
      const { draft } = await locked(sql, id);
      const next = { id: draft?.id ?? uuid(), documentId: id, content, by: viewer.signInId };
      if (!(await surveyForms.save(sql, draft !== null, revision, next))) throw changedMeanwhile();
      return this.version(id, next.id, sql);
    });
  }

  publish(viewer: Viewer, id: string, { revision }: OfSurveyDraft): Promise<SurveyFormDetail> {
    return this.database.transaction(async (sql) => {
      const { draft, kind, name } = await locked(sql, id);
      if (!draft) throw conflict('no-draft', 'There is no draft that could be published.');
      refuseUnfinished(kind, (await this.version(id, draft.id, sql)).content);
      if (!(await surveyForms.publish(sql, draft.id, revision, viewer.signInId))) throw changedMeanwhile();
      await this.trail.record(sql, viewer, {
        ...{ act: 'survey-form.published', ...named(id, name) },
        after: { version: draft.n },
      });
      return this.one(id, sql);
    });
  }

  /** What was published stays. */
  drop(id: string, { revision }: OfSurveyDraft): Promise<SurveyFormDetail> {
    return this.database.transaction(async (sql) => {
      const { published } = await locked(sql, id);
      if (!published) throw conflict('never-published', 'Nothing would be left of it: archive it instead.');
      if (!(await surveyForms.drop(sql, id, revision))) throw changedMeanwhile();
      return this.one(id, sql);
    });
  }
}

const named = (id: string, { en }: SurveyForm['name']) => ({ entity: 'survey_form', id, name: en }) as const;

async function refuseTaken(sql: Sql, id: string, name: SurveyForm['name']): Promise<void> {
  const taken = await namesTaken(sql, id, name);
  if (taken.length === 0) return;
  throw badRequest('invalid', 'There is a form of that name.', {
    fields: taken.map((side) => ({
      ...{ path: `name.${side}`, code: 'form-name-taken', message: 'is the name of another form in use' },
    })),
  });
}

async function locked(sql: Sql, id: string): Promise<SurveyForm> {
  const form = (await surveyForms.lock(sql, id)) && (await formById(sql, id));
  if (!form) throw notFound('form');
  return form;
}

/** Nobody would be asked any more, and nothing would say so. The caller holds the form; whoever sets rules waits for it. */
async function refuseUsed(sql: Sql, id: string): Promise<void> {
  const [first] = await usesOfForm(sql, id);
  if (first) throw usedBy[first.use](first.name);
}

const usedBy: Record<FormUse, (name: string) => Error> = {
  rules: () => conflict('form-asked-by-rules', 'The rules ask by it: choose another there first.'),
  cadence: () => conflict('form-asked-by-cadence', 'Key accounts are asked by it: choose another first.'),
  link: (link) =>
    conflict('form-asked-by-link', 'A standing link asks by it: switch it off first.', { values: { link } }),
};

async function contentFrom(sql: Sql, kind: SurveyFormKind, from: MakeSurveyForm['from']): Promise<SurveyContent> {
  if (from === null) return empty;
  const found =
    'readyMade' in from
      ? readyMadeForms.find(({ key }) => key === from.readyMade)
      : await surveyForms.newest(sql, from.formId);
  if (found?.kind === kind) return found.content;
  throw badField({ path: 'from', code: 'unknown-form', message: `is no form of the kind ${kind}` });
}

function refuseUnfinished(kind: SurveyFormKind, content: SurveyContent): void {
  const faults = surveyFaults(kind, content).map(({ path, code }) => ({ path, code, message: code }));
  if (faults.length === 0) return;
  throw badRequest('form-unfinished', `${faults.map(({ path, code }) => `${path}: ${code}`).join('; ')}.`, {
    fields: faults.slice(0, 100),
  });
}
