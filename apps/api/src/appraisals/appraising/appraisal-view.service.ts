import { Injectable } from '@nestjs/common';
import type {
  Appraisal,
  AppraisalLine,
  AppraisalPage,
  AppraisalQuery,
  FigureSince,
  GoalSet,
  Named,
} from '@forecall/contracts';
import { appraisalStepFault, meanRating } from '@forecall/domain';
import { leadsDepartment, reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { notFound } from '../../platform/http/problem.js';
import { FreezingService } from '../figures/freezing.service.js';
import { keptFigures } from '../figures/frozen.query.js';
import type { CardOf } from '../figures/own-card.service.js';
import { nameAfter, pageByName } from '../name-cursor.js';
import { appraisalById, frozenOf, type LockedAppraisal, rowOf, sealOf, stepsOf } from './appraisal.query.js';
import { appraisalsPage } from './appraisal-list.query.js';
import { goalsBefore, goalsOf } from './goal.query.js';
import { judgesNamed } from './judges.query.js';
import { isOwn, seesAppraisal } from './sight.js';
import { stepsSeen } from './steps-seen.js';

export const cardOf = ({ kind, subjectId, cycle: { from, to } }: LockedAppraisal): CardOf => ({
  ...{ kind, id: subjectId, from, to },
});

/** What somebody sees of appraisals, and what they may do with one. */
@Injectable()
export class AppraisalViewService {
  constructor(
    private readonly database: Database,
    private readonly freezing: FreezingService,
  ) {}

  async page(viewer: Viewer, query: AppraisalQuery): Promise<AppraisalPage> {
    const found = await appraisalsPage(this.database, reachOf(viewer), query, nameAfter(query.after));
    const { rows, next } = pageByName(found, query.limit);
    return { appraisals: rows.map(({ name: _, first: __, ...row }) => row), next };
  }

  async one(viewer: Viewer, id: string, sql: Sql = this.database): Promise<Appraisal> {
    const appraisal = await this.seen(viewer, id, sql);
    const judges = await judgesNamed(sql, id);
    const [row, steps, seal, before, own] = [
      await rowOf(sql, id),
      await stepsOf(sql, id),
      await sealOf(sql, id),
      await goalsBefore(sql, { subjectId: appraisal.subjectId, kind: appraisal.kind, to: appraisal.cycle.to }),
      await goalsOf(sql, id),
    ];
    const may = mayOf(viewer, appraisal, judges);
    if (!row) throw notFound('appraisal');
    const figures = await this.figures(appraisal, sql);
    const mayLook = (!isOwn(viewer, appraisal) && appraisal.appraiserId === viewer.staffId) || may.leads;
    const looked = (goals: Omit<GoalSet, 'mayLook'>[]) => goals.map((goal) => ({ ...goal, mayLook }));
    const { text, competencies } = appraisal;
    return {
      ...{ appraisal: row, competencies, text, ...figures },
      rated: {
        indicators: meanRating(
          figures.lines.map(({ indicator: { weight }, rated }) => ({ weight, rating: rated?.rating ?? null })),
        ),
        competencies: meanRating(
          competencies.map(({ id: one, weight }) => ({ weight, rating: text.competencies[one]?.rating ?? null })),
        ),
      },
      ...{ lastGoals: looked(before), goals: looked(own) },
      steps: stepsSeen(steps, { appraiser: appraisal.appraiser, isSubject: isOwn(viewer, appraisal) }),
      seal: seal ? { ...seal, at: seal.at.toISOString() } : null,
      judges,
      answerBy: appraisal.answerBy,
      may: may.acts,
      revision: appraisal.revision,
    };
  }

  async since(viewer: Viewer, id: string, place: number): Promise<FigureSince> {
    const appraisal = await this.seen(viewer, id, this.database);
    return this.freezing.since(cardOf(appraisal), id, place);
  }

  private async seen(viewer: Viewer, id: string, sql: Sql): Promise<LockedAppraisal> {
    const appraisal = await appraisalById(sql, id);
    if (!appraisal || !seesAppraisal(viewer, appraisal)) throw notFound('appraisal');
    return appraisal;
  }

  /** As they were frozen, or as they are now. */
  private async figures(appraisal: LockedAppraisal, sql: Sql) {
    const kept = await frozenOf(sql, appraisal.id);
    const ratedOf = (id: string) => appraisal.text.indicators[id] ?? null;
    const savedAt = kept?.savedAt?.toISOString() ?? null;
    if (kept?.card) {
      const lines = (await keptFigures(sql, appraisal.id)).map(({ line, frozen }): AppraisalLine => ({
        ...line,
        rated: ratedOf(line.indicator.id),
        frozen,
      }));
      const { asOf, total, dials } = kept.card;
      return { lines, asOf, total, dials, isFrozen: true, coaching: kept.coaching, savedAt };
    }
    const { lines: live, ...card } = await this.freezing.live(cardOf(appraisal));
    const lines = live.map((line): AppraisalLine => ({ ...line, rated: ratedOf(line.indicator.id), frozen: null }));
    return { ...card, lines, isFrozen: false, savedAt };
  }
}

function mayOf(viewer: Viewer, appraisal: LockedAppraisal, judges: readonly Named[]) {
  const { stage, cycle, answerBy, today } = appraisal;
  const isOpen = !cycle.isClosed;
  const isAppraiser = appraisal.appraiserId === viewer.staffId;
  const isDraft = isOpen && stage === 'draft';
  const leads = !isOwn(viewer, appraisal) && leadsDepartment(viewer, appraisal.departmentId);
  const isJudge = leads && (!isAppraiser || judges.some(({ id }) => id === viewer.staffId));
  const isOver = answerBy !== null && answerBy < today;
  return {
    leads,
    acts: {
      write: isDraft && isAppraiser,
      give: isDraft && isAppraiser,
      answer: isOpen && stage === 'given' && isOwn(viewer, appraisal),
      decide: isOpen && stage === 'disputed' && isJudge,
      sign: isOpen && isJudge && appraisalStepFault(stage, 'signed', isOver) === null,
      handOver: isDraft && leads,
    },
  };
}
