import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { FigureQuestion, type FunnelQuestion, type FunnelReply, type FunnelUnit } from '@forecall/contracts';
import {
  definitionOf,
  expectedLikeForLike,
  fewestForMatter,
  fewestOf,
  type Funnel,
  funnelCurve,
  type FunnelJudging,
  funnelOfUnits,
  type FunnelUnitName,
  likeForLikeMetrics,
  isWholeMonths,
  moreNeeded,
  mostFunnelUnits,
  rateOfUnit,
  unitJudge,
  weightOf,
} from '@forecall/domain';
import { FiguresService } from '../figures/figures.service.js';
import { reachOf, type Viewer } from '../platform/access/viewer.js';
import { Database } from '../platform/database/database.js';
import { badRequest, forbidden, notFound } from '../platform/http/problem.js';
import {
  type CountedUnit,
  countedUnits,
  isNamed,
  isOwn,
  isWithinReach,
  type Look,
  matterCounts,
  monthsOfUnits,
  type MonthsOfUnits,
  withoutTheFew,
} from './counted-units.js';
import { type DepartmentGroup, departmentGroups } from './funnel-groups.query.js';

/** Nobody works in more than so many teams of a department at once, over all its people. */
const mostLines = 2 * mostFunnelUnits;
/** Of people or teams and the months of the longest period. */
const mostMonthLines = 13 * mostFunnelUnits;
/** Of people or teams and the reasons that they handled. */
const mostMatterLines = 100_000;

type FigureAsked = Awaited<ReturnType<FiguresService['question']>>;

/** People and teams against their group. The figures are those of the figure route, of the whole group. */
@Injectable()
export class FunnelService {
  constructor(
    private readonly database: Database,
    private readonly figures: FiguresService,
  ) {}

  async of(viewer: Viewer, asked: FunnelQuestion): Promise<FunnelReply> {
    const reach = reachOf(viewer);
    const departments = await departmentGroups(this.database, reach);
    const of = groupAsked(asked, departments, reach.everything);
    const by = asked.by ?? (of === null ? 'team' : 'rep');
    if (by === 'team' && of?.mayTeams === false)
      throw forbidden('Teams are compared by those who lead in the department.');
    const look: Look = { reach, departmentId: of?.id ?? null, by };
    const { metric, from, to } = asked;
    const definition = definitionOf(metric);
    const { all, asOf, zone, question } = await this.counted(viewer, asked, look);
    const { units, leftOut } = withoutTheFew(
      look,
      all,
      isWholeMonths(from, to) ? await this.months(question, look, all) : null,
    );
    const judged: FunnelJudging = likeForLikeMetrics.includes(metric)
      ? (asked.judged ?? 'like-for-like')
      : 'as-counted';
    const weighed = judged === 'as-counted' ? units : await this.likeForLike(question, units, by);
    const kind = definition.kind === 'ratio' ? 'ratio' : 'proportion';
    const direction = definition.direction === 'lower is better' ? definition.direction : 'higher is better';
    const fewest = fewestOf[by];
    const funnel = funnelOfUnits({ kind, direction, fewest }, weighed);
    const weight = (unit: CountedUnit) => (funnel ? weightOf(funnel, unit) : unit.n);
    const ordered = weighed.toSorted((one, other) => weight(one) - weight(other) || one.numerator - other.numerator);
    // How hard the matters of somebody are is known among colleagues: it would tell whose dot that is.
    const shown = judged === 'as-counted' ? ordered : ordered.filter((unit) => isNamed(look, unit));
    return {
      ...{ asOf, zone, from, to, metric, by, judged, fewest, leftOut },
      definition: { version: definition.version, kind, direction },
      of: of && { id: of.id, name: of.name, nameZh: of.nameZh },
      groups: { departments, company: reach.everything },
      target: funnel && {
        value: funnel.target,
        numerator: ordered.reduce((sum, unit) => sum + unit.numerator, 0),
        n: ordered.reduce((sum, unit) => sum + unit.n, 0),
      },
      dispersion: funnel?.dispersion ? { ...funnel.dispersion, units: funnel.tellingUnits } : null,
      curve: funnel ? funnelCurve(funnel, Math.ceil(Math.max(1, ...shown.map(weight)))) : [],
      units: await unitsAnswered(look, { all: ordered, shown }, funnel, kind),
      unshown: ordered.length - shown.length,
    };
  }

  /** All units of the group, also those beyond the reach of who asks: what becomes of them is decided by `Look`. */
  private async counted(viewer: Viewer, { metric, from, to }: FunnelQuestion, { by, departmentId }: Look) {
    const scope = departmentId === null ? [] : [`department:${departmentId}`];
    const question = FigureQuestion.parse({
      scope,
      from,
      to,
      by: departmentId === null && by === 'team' ? ['team'] : ['team', 'rep'],
    });
    const whole = { ...(await this.figures.question(viewer, metric, question)), reach: null };
    const { groups, next, asOf, zone } = await this.figures.answer(whole, { quantiles: 'no', limit: mostLines });
    const all = countedUnits(groups, by);
    if (next !== null || all.length > mostFunnelUnits) throw tooMany(by);
    return { all, asOf, zone, question: whole };
  }

  /** Nothing is looked up where everybody is known by name. */
  private async months(question: FigureAsked, look: Look, all: readonly CountedUnit[]): Promise<MonthsOfUnits> {
    if (all.every((unit) => isNamed(look, unit))) return new Map();
    const { by } = look;
    const { groups, next } = await this.figures.answer(
      { ...question, by: [by, 'month'] },
      { quantiles: 'no', limit: mostMonthLines },
    );
    if (next !== null) throw tooMany(by);
    return monthsOfUnits(groups);
  }

  /** The units with what is expected of them by the reasons that they handled. */
  private async likeForLike(question: FigureAsked, units: readonly CountedUnit[], by: FunnelUnitName) {
    const lines = await this.figures.counts({ ...question, by: [by, 'reason'] }, mostMatterLines + 1);
    if (lines.length > mostMatterLines) throw tooMany(by);
    const counts = matterCounts(lines, new Set(units.map(({ id }) => id)));
    const expected = expectedLikeForLike(counts, by === 'rep' ? Math.min(fewestForMatter, units.length) : 1);
    return units.map((unit) => ({ ...unit, expected: expected.get(unit.id) ?? 0 }));
  }
}

const tooMany = (by: FunnelUnitName) =>
  badRequest(
    'too-many-units',
    `The group has more than ${mostFunnelUnits} ${by}s. Ask for one department, or by team.`,
    {
      values: { most: mostFunnelUnits },
    },
  );

/** The department asked for; null: the company. What is not one's own is not there. */
function groupAsked(
  { of }: FunnelQuestion,
  departments: readonly DepartmentGroup[],
  mayCompany: boolean,
): DepartmentGroup | null {
  if (mayCompany && (of === 'company' || of === undefined)) return null;
  const found = of === undefined ? departments[0] : departments.find(({ id }) => id === of);
  if (!found) throw notFound('department');
  return found;
}

/** So many units are judged in one go; between them others are served, for of all of 2,000 it takes most of a second. */
const judgedAtOnce = 100;

async function unitsAnswered(
  look: Look,
  { all, shown }: { readonly all: readonly CountedUnit[]; readonly shown: readonly CountedUnit[] },
  funnel: Funnel | null,
  kind: Funnel['kind'],
): Promise<FunnelUnit[]> {
  const judge = funnel ? unitJudge(funnel, all) : alone(kind);
  const answered: FunnelUnit[] = [];
  for (const unit of shown) {
    if (answered.length % judgedAtOnce === 0) await setImmediate();
    const { id, name } = isNamed(look, unit) ? unit : { id: null, name: null };
    const judged = judge(unit);
    const more = funnel && judged.standing === 'within-chance' ? moreNeeded(funnel, unit) : null;
    answered.push({ ...judged, id, name, more, isOwn: isOwn(look, unit), hasReceipts: isWithinReach(look, unit) });
  }
  return answered;
}

const alone = (kind: Funnel['kind']) => (unit: CountedUnit) => ({
  ...rateOfUnit(kind, unit),
  ...{ alike: null, shrunk: null, limits: null, standing: null },
});
