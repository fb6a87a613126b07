import { Injectable } from '@nestjs/common';
import {
  type FigureAnswer,
  FigureQuestion,
  type FigureReply,
  mostTeamMembers,
  type TeamFigures,
  teamMetrics,
  type TeamQuestion,
  type TeamReply,
} from '@forecall/contracts';
import { boardPeriods, type MetricId } from '@forecall/domain';
import { DutyViewService } from '../duties/duty-view.service.js';
import { figureOfNothing, FiguresService } from '../figures/figures.service.js';
import { reachOf, type Viewer } from '../platform/access/viewer.js';
import { Database } from '../platform/database/database.js';
import { notFound } from '../platform/http/problem.js';
import { peopleOf, teamWithin } from './team.query.js';

/** A team and each of its people, by the figures of the figure route. */
@Injectable()
export class TeamService {
  constructor(
    private readonly database: Database,
    private readonly figures: FiguresService,
    private readonly duties: DutyViewService,
  ) {}

  async team(viewer: Viewer, { team: asked, window }: TeamQuestion): Promise<TeamReply> {
    const found = await teamWithin(this.database, reachOf(viewer), asked ?? null);
    if (!found) throw notFound('team');
    const zone = await this.figures.zone();
    const { from, to } = boardPeriods(window, new Date(), zone).current;
    const period = { from: from.toISOString(), to: to.toISOString() };
    const replies = await Promise.all(
      teamMetrics.map((metric) => this.figureByRep(viewer, metric, found.team.id, period)),
    );
    const counted = replies.flatMap(({ groups }) => groups.flatMap(({ keys }) => keys[0] || []));
    const people = await peopleOf(this.database, found.team.id, [...new Set(counted)], mostTeamMembers);
    const shown = people.slice(0, mostTeamMembers);
    const duties = await this.duties.counts(shown.filter(({ isMember }) => isMember).map(({ id }) => id));
    return {
      ...{ ...found, ...period, window, asOf: replies[0]?.asOf ?? period.to, hasMore: people.length > shown.length },
      total: figuresFrom(replies.map(({ total }) => total)),
      members: shown.map(({ id, name, isMember, isOnLeave }) => ({
        ...{ staff: { id, name }, isMember, isOnLeave },
        duties: isMember ? (duties.get(id) ?? { open: 0, overdue: 0 }) : null,
        figures: figuresFrom(replies.map((reply) => ofRep(reply, id))),
      })),
    };
  }

  private figureByRep(
    viewer: Viewer,
    metric: MetricId,
    teamId: string,
    period: { from: string; to: string },
  ): Promise<FigureReply> {
    const question = { ...period, scope: [`team:${teamId}`], by: ['rep'], limit: '500' };
    return this.figures.figure(viewer, metric, FigureQuestion.parse(question));
  }
}

const figuresFrom = (figures: readonly FigureAnswer[]): TeamFigures =>
  Object.fromEntries(figures.map((figure) => [figure.definition.id, figure])) as TeamFigures;

/** Of whom nothing was counted there is no group. */
const ofRep = ({ groups, total }: FigureReply, id: string): FigureAnswer =>
  groups.find(({ keys }) => keys[0] === id)?.figure ?? figureOfNothing(total.definition.id);
