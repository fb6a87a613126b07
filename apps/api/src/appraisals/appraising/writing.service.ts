import { Injectable } from '@nestjs/common';
import type { Appraisal, AppraisalSaved, SaveAppraisal } from '@forecall/contracts';
import { addDays, appraisalFaults } from '@forecall/domain';
import { changedMeanwhile } from '../../organisation/acts/acts.service.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { badRequest, conflict, forbidden, notFound } from '../../platform/http/problem.js';
import { FreezingService } from '../figures/freezing.service.js';
import { type FrozenCard, keepFigures } from '../figures/frozen.query.js';
import { addStep, appraisalById, type LockedAppraisal, lockAppraisal, saveText } from './appraisal.query.js';
import { AppraisalDuties } from './appraisal-duties.js';
import { AppraisalViewService, cardOf } from './appraisal-view.service.js';
import { goalsBefore } from './goal.query.js';
import { seesAppraisal } from './sight.js';

/** What the appraiser does: writes, which saves itself, and gives it to whom it is about. */
@Injectable()
export class WritingService {
  constructor(
    private readonly database: Database,
    private readonly freezing: FreezingService,
    private readonly duties: AppraisalDuties,
    private readonly view: AppraisalViewService,
  ) {}

  save(viewer: Viewer, id: string, { revision, text }: SaveAppraisal): Promise<AppraisalSaved> {
    return this.database.transaction(async (sql) => {
      const appraisal = await this.draft(sql, viewer, id);
      if (appraisal.revision !== revision) throw changedMeanwhile();
      refuseUnknown(appraisal, text);
      const saved = await saveText(sql, id, text);
      if (!saved) throw notFound('appraisal');
      return { revision: saved.revision, savedAt: saved.savedAt.toISOString() };
    });
  }

  /** From now on its figures stay: the member answers what stands there, and that is what is signed. */
  async give(viewer: Viewer, id: string, revision: number): Promise<Appraisal> {
    const seen = await appraisalById(this.database, id);
    if (!seen || !seesAppraisal(viewer, seen)) throw notFound('appraisal');
    // One picture of the figures, which no lock is held for; what is written is checked again below.
    const frozen = await this.freezing.take(cardOf(seen));
    return this.database.transaction(async (sql) => {
      const appraisal = await this.draft(sql, viewer, id);
      if (appraisal.revision !== revision) throw changedMeanwhile();
      await refuseUnfinished(sql, appraisal, frozen);
      const answerBy = addDays(appraisal.today, appraisal.cycle.answerDays);
      await keepFigures(sql, id, frozen);
      await saveText(sql, id, withoutStrangers(appraisal.text, frozen));
      await sql.change('UPDATE appraisal SET answer_by = $2 WHERE id = $1', [id, answerBy]);
      await addStep(sql, id, { step: 'given', by: viewer.staffId });
      await this.duties.endWriting(sql, appraisal.cycle, viewer.staffId, viewer.signInId);
      await this.duties.openReading(sql, appraisal, answerBy, viewer.signInId);
      return this.view.one(viewer, id, sql);
    });
  }

  private async draft(sql: Sql, viewer: Viewer, id: string): Promise<LockedAppraisal> {
    const appraisal = await lockAppraisal(sql, id);
    if (!appraisal || !seesAppraisal(viewer, appraisal)) throw notFound('appraisal');
    if (appraisal.appraiserId !== viewer.staffId) throw forbidden('Only who appraises writes.');
    if (appraisal.cycle.isClosed) throw cycleClosed();
    if (appraisal.stage !== 'draft') throw conflict('appraisal-given', 'It was given, and stays as it is.');
    return appraisal;
  }
}

export const cycleClosed = () => conflict('cycle-closed', 'The cycle is closed.');

/** Only what the cycle asks for is kept. */
function refuseUnknown({ competencies }: LockedAppraisal, text: SaveAppraisal['text']): void {
  const known = new Set(competencies.map(({ id }) => id));
  const stranger = Object.keys(text.competencies).find((id) => !known.has(id));
  if (stranger === undefined) return;
  const path = `text.competencies.${stranger}`;
  throw badRequest('invalid', `${path}: is no competency of this cycle.`, {
    fields: [{ path, code: 'unknown-competency', message: 'is no competency of this cycle' }],
  });
}

/** What is rated and does not stand on the card would be signed and shown to nobody. */
function withoutStrangers(text: SaveAppraisal['text'], { lines }: FrozenCard): SaveAppraisal['text'] {
  const shown = new Set(lines.map(({ line }) => line.indicator.id));
  return { ...text, indicators: Object.fromEntries(Object.entries(text.indicators).filter(([id]) => shown.has(id))) };
}

async function refuseUnfinished(sql: Sql, appraisal: LockedAppraisal, frozen: FrozenCard): Promise<void> {
  const { subjectId, kind, cycle, today } = appraisal;
  const before = await goalsBefore(sql, { subjectId, kind, to: cycle.to });
  const faults = appraisalFaults(appraisal.text, {
    indicators: frozen.lines
      .filter(({ line }) => line.score !== null)
      .map(({ line: { indicator, reading } }) => ({ id: indicator.id, reading })),
    competencyIds: appraisal.competencies.map(({ id }) => id),
    ...{ to: cycle.to, today },
    openGoals: before.filter(({ dueOn, looks }) => dueOn <= today && looks.length === 0).map(({ id }) => id),
  });
  if (faults.length === 0) return;
  throw badRequest('appraisal-unfinished', `${faults.map(({ path, code }) => `${path}: ${code}`).join('; ')}.`, {
    fields: faults.slice(0, 100).map(({ path, code }) => ({ path, code, message: code })),
  });
}
