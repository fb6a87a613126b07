import { Injectable } from '@nestjs/common';
import {
  type ChangePaper,
  type MakePaper,
  type PaperDetail,
  type PaperEntry,
  type PaperKind,
  type PaperPage,
  type PaperQuery,
  type PaperVersion,
  type PublishDraft,
  RubricText,
  type SaveDraft,
  ScenarioText,
} from '@forecall/contracts';
import { rubricFaults } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { changedMeanwhile } from '../../organisation/acts/acts.service.js';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { pageAfter, pageOf } from '../../platform/http/page-cursor.js';
import { badField, badRequest, conflict, forbidden, notFound } from '../../platform/http/problem.js';
import { readyMadePaper } from '../ready-made.js';
import { addPaper, examPapers, paperById, type PaperRow, papersPage, paperVersion, type Text } from './paper.query.js';

/** For whoever fills a company with papers. */
export { readyMadePaper, readyMadePapers, type ReadyMadePaper } from '../ready-made.js';

const empty: Readonly<Record<PaperKind, Text>> = {
  rubric: { groups: [], passMark: 80, passMarkWhy: { en: '', zh: '' } },
  scenario: { temperament: null, variants: [] },
};

/** Rubrics and role plays: drafts that are worked on, and versions that stay as they were published. */
@Injectable()
export class PaperService {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
  ) {}

  async page(viewer: Viewer, query: PaperQuery): Promise<PaperPage> {
    const found = await papersPage(this.database, query, pageAfter(query.after));
    const { rows, next } = pageOf(found, query.limit);
    return { papers: rows.map(({ at: _, ...row }) => entryFor(viewer, row)), next };
  }

  async one(viewer: Viewer, id: string, sql: Sql = this.database): Promise<PaperDetail> {
    const row = await paperById(sql, id);
    if (!row) throw notFound('paper');
    return { paper: entryFor(viewer, row), versions: await examPapers.versions(sql, id) };
  }

  async version(id: string, versionId: string): Promise<PaperVersion> {
    return found(await paperVersion(this.database, id, versionId));
  }

  make(viewer: Viewer, { kind, name, departmentId, from }: MakePaper): Promise<PaperDetail> {
    if (!mayWriteFor(viewer, departmentId))
      throw departmentId === null ? forbidden('Papers of every department are made by executives.') : forbidden();
    return this.database.transaction(async (sql) => {
      const text = await textFrom(sql, kind, from);
      const id = uuid();
      await addPaper(sql, { id, kind, name, departmentId, by: viewer.signInId });
      await examPapers.addDraft(sql, { id: uuid(), documentId: id, content: text, by: viewer.signInId });
      await this.trail.record(sql, viewer, {
        ...{ act: 'exam-paper.made', entity: 'exam_paper', id, name: name.en || name.zh },
        after: { kind },
      });
      return this.one(viewer, id, sql);
    });
  }

  change(viewer: Viewer, id: string, { revision, ...changes }: ChangePaper): Promise<PaperDetail> {
    return this.database.transaction(async (sql) => {
      const before = await writable(sql, viewer, id);
      if (!(await examPapers.change(sql, id, revision, changes))) throw changedMeanwhile();
      await this.trail.record(sql, viewer, {
        ...{ act: 'exam-paper.changed', entity: 'exam_paper', id, name: nameOf(before) },
        before: { name: before.name, isArchived: before.isArchived },
        after: changes,
      });
      return this.one(viewer, id, sql);
    });
  }

  /** Saved whole; where what was published is worked on again it becomes the next version. */
  save(viewer: Viewer, id: string, { revision, text }: SaveDraft): Promise<PaperVersion> {
    return this.database.transaction(async (sql) => {
      const { kind, draft } = await writable(sql, viewer, id);
      const next = { id: draft?.id ?? uuid(), documentId: id, content: asKind(kind, text), by: viewer.signInId };
      if (!(await examPapers.save(sql, draft !== null, revision, next))) throw changedMeanwhile();
      return found(await paperVersion(sql, id, next.id));
    });
  }

  publish(viewer: Viewer, id: string, { revision }: PublishDraft): Promise<PaperDetail> {
    return this.database.transaction(async (sql) => {
      const paper = await writable(sql, viewer, id);
      if (!paper.draft) throw conflict('no-draft', 'There is no draft that could be published.');
      const { text } = found(await paperVersion(sql, id, paper.draft.id));
      refuseUnfinished(text);
      if (!(await examPapers.publish(sql, paper.draft.id, revision, viewer.signInId))) throw changedMeanwhile();
      await this.trail.record(sql, viewer, {
        ...{ act: 'exam-paper.published', entity: 'exam_paper', id, name: nameOf(paper) },
        after: { version: paper.draft.n },
      });
      return this.one(viewer, id, sql);
    });
  }

  /** What was published stays. */
  drop(viewer: Viewer, id: string, { revision }: PublishDraft): Promise<PaperDetail> {
    return this.database.transaction(async (sql) => {
      const { published } = await writable(sql, viewer, id);
      if (!published) throw conflict('never-published', 'Nothing would be left of it: archive it instead.');
      if (!(await examPapers.drop(sql, id, revision))) throw changedMeanwhile();
      return this.one(viewer, id, sql);
    });
  }
}

async function textFrom(sql: Sql, kind: PaperKind, from: MakePaper['from']): Promise<Text> {
  if (from === null) return empty[kind];
  const text = 'readyMade' in from ? readyMadeOfKind(kind, from.readyMade) : await textOfKind(sql, kind, from.paperId);
  if (text) return text;
  throw badField({ path: 'from', code: 'unknown-paper', message: `is no ${kind} there is` });
}

function readyMadeOfKind(kind: PaperKind, key: string): Text | undefined {
  const paper = readyMadePaper(key);
  return paper?.kind === kind ? paper.text : undefined;
}

async function textOfKind(sql: Sql, kind: PaperKind, paperId: string): Promise<Text | undefined> {
  const newest = await examPapers.newest(sql, paperId);
  return newest?.kind === kind ? newest.content : undefined;
}

/** Locked, and to be written by the viewer. */
async function writable(sql: Sql, viewer: Viewer, id: string): Promise<PaperRow> {
  if (!(await examPapers.lock(sql, id))) throw notFound('paper');
  const row = await paperById(sql, id);
  if (!row) throw notFound('paper');
  if (!mayWriteFor(viewer, row.departmentId)) throw forbidden();
  return row;
}

/** Heads write for their departments, executives for all and for every department. */
function mayWriteFor(viewer: Viewer, departmentId: string | null): boolean {
  const { everything, departmentIds } = reachOf(viewer);
  return everything || (departmentId !== null && departmentIds.includes(departmentId));
}

const entryFor = (viewer: Viewer, { departmentId, ...row }: PaperRow): PaperEntry => ({
  ...row,
  mayWrite: mayWriteFor(viewer, departmentId),
});

const nameOf = ({ name }: Pick<PaperRow, 'name'>): string => name.en || name.zh;

function found(version: PaperVersion | undefined): PaperVersion {
  if (!version) throw notFound('version');
  return version;
}

/** The union of both shapes said yes; here it is the one of the paper. */
function asKind(kind: PaperKind, text: SaveDraft['text']): Text {
  const parsed = (kind === 'rubric' ? RubricText : ScenarioText).safeParse(text);
  if (parsed.success) return parsed.data;
  throw badField({ path: 'text', code: 'other-kind', message: `is not the text of a ${kind}` });
}

const isBlank = ({ en, zh }: { en: string; zh: string }): boolean => en === '' && zh === '';

function refuseUnfinished(text: Text): void {
  const faults = 'groups' in text ? rubricFaults(text) : scenarioFaults(text);
  if (faults.length === 0) return;
  throw badRequest('paper-unfinished', `${faults.map(({ path, code }) => `${path}: ${code}`).join('; ')}.`, {
    fields: faults.slice(0, 100).map(({ path, code }) => ({ path, code, message: code })),
  });
}

function scenarioFaults({ variants }: ScenarioText): { path: string; code: string }[] {
  if (variants.length === 0) return [{ path: 'variants', code: 'no-variants' }];
  const twice = variants.findIndex(({ id }, n) => variants.findIndex((other) => other.id === id) < n);
  return [
    ...(twice < 0 ? [] : [{ path: `variants.${twice}.id`, code: 'same-item-twice' }]),
    ...variants.flatMap((variant, n) =>
      (['name', 'situation', 'brief'] as const).flatMap((field) =>
        isBlank(variant[field]) ? [{ path: `variants.${n}.${field}`, code: 'text-missing' }] : [],
      ),
    ),
  ];
}
