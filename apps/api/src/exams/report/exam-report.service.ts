import { Injectable } from '@nestjs/common';
import {
  CampaignEntry,
  type ExamReport,
  type FigureReply,
  type ItemExams,
  mostItemExams,
  mostReportedExams,
  FigureQuestion,
} from '@forecall/contracts';
import {
  addDays,
  attemptCounts,
  hardestItems,
  itemsOf,
  lostAt,
  markOf,
  type MetricId,
  scoreBins,
  twoAssessors,
} from '@forecall/domain';
import { FiguresService } from '../../figures/figures.service.js';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { conflict, notFound } from '../../platform/http/problem.js';
import { CampaignService } from '../campaigns/campaign.service.js';
import { todayOf } from '../campaigns/figures-of.js';
import { campaignsBefore, reportedExams, rubricOf, timesOf } from './exam-report.query.js';

const firstAttempt = 'exam-first-attempt-pass-rate';
const byNow = 'exam-pass-rate';
const mostCampaigns = 12;

/** How a campaign went. Its rates are those of the figure route; all else is read from the same exams. */
@Injectable()
export class ExamReportService {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignService,
    private readonly figures: FiguresService,
  ) {}

  async of(viewer: Viewer, id: string): Promise<ExamReport> {
    const { campaign, rubric, earlier, exams, isCut } = await this.read(viewer, id);
    const to = addDays(await todayOf(this.database), 1);
    const from = earlier.find((one) => one.campaign.id === id)?.from ?? campaign.opensOn;
    const scope = [`campaign:${id}`];
    const ofThis = await this.rates(viewer, { scope, by: ['team'], from, to });
    const ofAll = await this.rates(viewer, {
      ...{ scope: [`department:${campaign.department.id}`], by: ['campaign'], to },
      from: earlier.reduce((first, one) => (one.from < first ? one.from : first), from),
    });
    return {
      campaign: CampaignEntry.parse(campaign),
      ...{ isCut, isNarrowed: !campaign.mayLead, question: { scope, from, to }, ...ofThis.total },
      teams: ofThis.groups.flatMap(({ key, name, ...rates }) =>
        key === '' ? [] : [{ id: key, name: name?.en ?? '', nameZh: name?.zh ?? '', ...rates }],
      ),
      trend: earlier.toReversed().flatMap((one) => {
        const found = ofAll.groups.find(({ key }) => key === one.campaign.id);
        return found ? [{ ...one, firstAttempt: found.firstAttempt, byNow: found.byNow }] : [];
      }),
      exams: exams.length,
      attempts: attemptCounts(exams),
      bins: scoreBins(exams, rubric.passMark),
      rubric,
      items: hardestItems(rubric, exams),
      two: twoAssessors(exams),
      times: await timesOf(this.database, reachOf(viewer), id),
    };
  }

  /** The exams behind the points lost at an item. */
  async item(viewer: Viewer, id: string, itemId: string): Promise<ItemExams> {
    const { rubric, exams } = await this.read(viewer, id);
    const item = itemsOf(rubric).find((one) => one.id === itemId);
    if (!item) throw notFound('item');
    const lost = exams.flatMap((exam) => {
      const points = lostAt(rubric, item, exam) ?? 0;
      return points > 0 ? [{ exam, points }] : [];
    });
    const shown = lost.toSorted((a, b) => b.points - a.points).slice(0, mostItemExams);
    return {
      total: lost.length,
      exams: shown.map(
        ({ exam: { id: examId, staff, team, on, attempt, score, outcome, failedCritical, markings }, points }) => ({
          ...{ id: examId, staff, team, on, attempt, score, outcome, lost: points },
          isFailed: failedCritical.includes(itemId),
          marks: markings.map(({ marks }) => markOf(marks, itemId)).filter((mark) => typeof mark === 'number'),
        }),
      ),
    };
  }

  private async read(viewer: Viewer, id: string) {
    const campaign = await this.campaigns.one(viewer, id);
    if (campaign.state === 'planned') throw conflict('campaign-not-begun', 'It has not begun.');
    const [found, earlier, exams] = await Promise.all([
      rubricOf(this.database, id),
      campaignsBefore(this.database, id, mostCampaigns),
      reportedExams(this.database, reachOf(viewer), id, mostReportedExams + 1),
    ]);
    if (!found) throw notFound('campaign');
    const isCut = exams.length > mostReportedExams;
    return { campaign, rubric: found.rubric, earlier, exams: exams.slice(0, mostReportedExams), isCut };
  }

  /** Both rates of one question, as the figure route answers them. */
  private async rates(viewer: Viewer, asked: { scope: string[]; by: string[]; from: string; to: string }) {
    const question = FigureQuestion.parse({ ...asked, limit: 500 });
    const ask = (metric: MetricId): Promise<FigureReply> => this.figures.figure(viewer, metric, question);
    const [first, now] = await Promise.all([ask(firstAttempt), ask(byNow)]);
    return {
      total: { firstAttempt: first.total, byNow: now.total },
      groups: now.groups.flatMap(({ keys: [key = ''], names: [name = null], figure }) => {
        const other = first.groups.find(({ keys }) => keys[0] === key);
        return other ? [{ key, name, firstAttempt: other.figure, byNow: figure }] : [];
      }),
    };
  }
}
