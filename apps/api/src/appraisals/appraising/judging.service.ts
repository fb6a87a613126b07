import { Injectable } from '@nestjs/common';
import type { Appraisal, Appraisers, AppraisalText, DecideAppraisal, NameAppraiser } from '@forecall/contracts';
import { appraisalStepFault } from '@forecall/domain';
import { changedMeanwhile } from '../../organisation/acts/acts.service.js';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import { leadsDepartment, type Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { badField, conflict, forbidden, notFound } from '../../platform/http/problem.js';
import { sealAppraisal } from '../chain/seal.js';
import {
  addStep,
  appraisalById,
  type LockedAppraisal,
  lockAppraisal,
  raiseRevision,
  saveText,
} from './appraisal.query.js';
import { AppraisalDuties } from './appraisal-duties.js';
import { AppraisalTelling } from './appraisal-telling.js';
import { AppraisalViewService } from './appraisal-view.service.js';
import { appraisersOf } from './appraisers.query.js';
import { addGoals, goalsOf } from './goal.query.js';
import { judgeIds } from './judges.query.js';
import { isOwn, seesAppraisal } from './sight.js';
import { cycleClosed } from './writing.service.js';

type Changed = Appraisal['steps'][number]['changes'];

/** What whoever leads the department does: decides what is disputed, signs, and names another appraiser. */
@Injectable()
export class JudgingService {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
    private readonly duties: AppraisalDuties,
    private readonly telling: AppraisalTelling,
    private readonly view: AppraisalViewService,
  ) {}

  /** It stands, or ratings become others; what they were stays in the course. */
  decide(viewer: Viewer, id: string, { revision, why, changes }: DecideAppraisal): Promise<Appraisal> {
    return this.database.transaction(async (sql) => {
      const appraisal = await this.judged(sql, viewer, id, revision);
      if (appraisal.stage !== 'disputed') throw conflict('not-disputed', 'There is nothing to decide.');
      const { text, changed } = withRatings(appraisal.text, changes);
      await saveText(sql, id, text);
      await addStep(sql, id, { step: 'decided', by: viewer.staffId, note: why, data: { changes: changed } });
      await this.duties.endDeciding(sql, appraisal, viewer.signInId);
      await this.duties.openSigning(sql, appraisal, viewer.signInId);
      await this.telling.tell(sql, 'appraisal-decided', appraisal, partiesOf(appraisal), viewer.signInId);
      return this.view.one(viewer, id, sql);
    });
  }

  /** From now on nothing of it changes, and every later signature stands on this one. */
  sign(viewer: Viewer, id: string, revision: number): Promise<Appraisal> {
    return this.database.transaction(async (sql) => {
      const appraisal = await this.judged(sql, viewer, id, revision);
      const { stage, answerBy, today } = appraisal;
      const fault = appraisalStepFault(stage, 'signed', answerBy !== null && answerBy < today);
      if (fault === 'awaits-answer')
        throw conflict('awaits-answer', `The member may answer until ${answerBy ?? ''}.`, {
          values: { day: answerBy ?? '' },
        });
      if (fault) throw conflict('appraisal-not-ready', 'It cannot be signed as it stands.');
      await raiseRevision(sql, id);
      const set = { appraisalId: id, subjectId: appraisal.subjectId, setBy: appraisal.appraiserId };
      await addGoals(sql, set, appraisal.text.goals);
      await addStep(sql, id, { step: 'signed', by: viewer.staffId });
      const seal = await sealAppraisal(sql, id);
      await this.duties.endReading(sql, appraisal, viewer.signInId);
      await this.duties.endSigning(sql, appraisal, viewer.signInId);
      for (const goal of await goalsOf(sql, id))
        await this.duties.openGoal(sql, { ...goal, ...set, subject: appraisal.subject }, viewer.signInId);
      await this.telling.tell(sql, 'appraisal-signed', appraisal, partiesOf(appraisal), viewer.signInId);
      await this.trail.record(sql, viewer, { act: 'appraisal.signed', ...entity(appraisal), after: seal });
      return this.view.one(viewer, id, sql);
    });
  }

  async appraisers(viewer: Viewer, id: string): Promise<Appraisers> {
    const appraisal = await appraisalById(this.database, id);
    if (!appraisal || isOwn(viewer, appraisal) || !leadsDepartment(viewer, appraisal.departmentId))
      throw notFound('appraisal');
    const all = await appraisersOf(this.database, id);
    return { appraisers: all.filter((one) => one.id !== appraisal.appraiserId) };
  }

  nameAppraiser(viewer: Viewer, id: string, { revision, staffId, why }: NameAppraiser): Promise<Appraisal> {
    return this.database.transaction(async (sql) => {
      await lockHandingOver(sql, id);
      const appraisal = await this.led(sql, viewer, id, revision);
      if (appraisal.stage !== 'draft') throw conflict('appraisal-given', 'It was given, and stays as it is.');
      if (staffId === appraisal.subjectId)
        throw badField({ path: 'staffId', code: 'is-subject', message: 'appraises nobody less than themselves' });
      await refuseMutual(sql, appraisal, staffId);
      const [named] = await appraisersOf(sql, id, staffId);
      if (!named)
        throw badField({
          path: 'staffId',
          code: 'may-not-appraise',
          message: 'leads nobody of those, or not above them',
        });
      await sql.change(`UPDATE appraisal SET appraiser_id = $2, how = 'named' WHERE id = $1`, [id, staffId]);
      await addStep(sql, id, { step: 'handed', by: viewer.staffId, note: why, data: { before: appraisal.appraiser } });
      await raiseRevision(sql, id);
      const hands = { before: appraisal.appraiserId, after: staffId, writeBy: appraisal.cycle.writeBy };
      await this.duties.handWriting(sql, appraisal.cycle, hands, viewer.signInId);
      await this.trail.record(sql, viewer, {
        ...{ act: 'appraisal.handed', ...entity(appraisal) },
        ...{ before: { appraiser: appraisal.appraiser }, after: { appraiser: named.name, why } },
      });
      return this.view.one(viewer, id, sql);
    });
  }

  private async led(sql: Sql, viewer: Viewer, id: string, revision: number): Promise<LockedAppraisal> {
    const appraisal = await lockAppraisal(sql, id);
    if (!appraisal || !seesAppraisal(viewer, appraisal)) throw notFound('appraisal');
    if (isOwn(viewer, appraisal) || !leadsDepartment(viewer, appraisal.departmentId))
      throw forbidden('Only who leads the department, and nobody about themselves.');
    if (appraisal.cycle.isClosed) throw cycleClosed();
    if (appraisal.revision !== revision) throw changedMeanwhile();
    return appraisal;
  }

  /** Whoever wrote it does not judge it, unless nobody else is left. */
  private async judged(sql: Sql, viewer: Viewer, id: string, revision: number): Promise<LockedAppraisal> {
    const appraisal = await this.led(sql, viewer, id, revision);
    if (appraisal.appraiserId === viewer.staffId && !(await judgeIds(sql, id)).includes(viewer.staffId))
      throw forbidden('Somebody else signs what you wrote.');
    return appraisal;
  }
}

/** Whom it is about, and who wrote it. */
const partiesOf = ({ subjectId, appraiserId }: LockedAppraisal) => [subjectId, appraiserId];

const entity = ({ id, subject, cycle: { kind, from } }: LockedAppraisal) => ({
  ...{ entity: 'appraisal', id, name: `${subject} ${kind} ${from}` },
});

/** Who appraises whom in a cycle changes one after the other: two at one moment would not see each other. As a close does, first the cycle. */
const lockHandingOver = (sql: Sql, appraisalId: string) =>
  sql.first('SELECT FROM appraisal_cycle WHERE id = (SELECT cycle_id FROM appraisal WHERE id = $1) FOR NO KEY UPDATE', [
    appraisalId,
  ]);

/** Nobody is appraised by whom they appraise in the same cycle. */
async function refuseMutual(sql: Sql, { subjectId, cycle }: LockedAppraisal, staffId: string): Promise<void> {
  const mutual = await sql.first(
    'SELECT FROM appraisal WHERE cycle_id = $1 AND subject_id = $2 AND appraiser_id = $3 LIMIT 1',
    [cycle.id, staffId, subjectId],
  );
  if (mutual) throw badField({ path: 'staffId', code: 'is-appraised-by', message: 'is appraised by them' });
}

/** Only what was rated can become another rating. */
function withRatings(
  text: AppraisalText,
  changes: DecideAppraisal['changes'],
): { text: AppraisalText; changed: Changed } {
  const changed: Changed = [];
  const after = { indicators: { ...text.indicators }, competencies: { ...text.competencies } };
  for (const [place, { of, id, rating }] of changes.entries()) {
    const before = after[of][id];
    if (!before?.rating) throw badField({ path: `changes.${place}.id`, code: 'not-rated', message: 'was not rated' });
    after[of][id] = { ...before, rating };
    changed.push({ of, id, before: before.rating, after: rating });
  }
  return { text: { ...text, ...after }, changed };
}
