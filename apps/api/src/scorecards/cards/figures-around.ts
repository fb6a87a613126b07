import type { FigureAnswer, FigureReply } from '@forecall/contracts';
import {
  type CardKind,
  type CountOverN,
  definitionOf,
  type DimensionName,
  insteadOf,
  localDay,
  type MetricId,
  shiftDay,
} from '@forecall/domain';
import type { FiguresService } from '../../figures/figures.service.js';
import { ProblemError } from '../../platform/http/problem.js';
import type { Subject } from './subject.query.js';

export interface CardPeriod {
  readonly from: Date;
  readonly to: Date;
  readonly zone: string;
}

/** A figure of a card's group, and what its colleagues have. */
export interface Around {
  readonly group: FigureAnswer | null;
  /** With data, who the card is of among them; empty where they are no group. */
  readonly colleagues: readonly CountOverN[];
  /**
   * How many others than who the card is of have data, in the group and among the colleagues; where the months are looked
   * at, in that of their months which has the fewest: who knows the others takes them off the sum.
   */
  readonly others: { readonly inGroup: number; readonly colleagues: number };
}

export const nothingAround: Around = { group: null, colleagues: [], others: { inGroup: 0, colleagues: 0 } };

interface Scope {
  readonly dimension: DimensionName;
  readonly id: string;
}

/** No group has more units; one that had is not drawn towards. */
const mostUnits = 10_000;

/** The scope of a card's own figures: what was theirs when it happened. */
export const scopeOf = ({ kind, id }: Pick<Subject, 'kind' | 'id'>): Scope[] => [{ dimension: kind, id }];

/**
 * The group beside a card: of a rep the team, of a team the department, of others the company. Its units are the
 * colleagues towards whom the card is drawn, but of a rep all of the department, and of a supervisor the teams of the
 * company, of which each leads about one: kept counts answer that.
 */
const aroundOf: Readonly<Record<CardKind, { of: 'team' | 'department' | null; units: 'rep' | 'team' | 'department' }>> =
  {
    rep: { of: 'team', units: 'rep' },
    team: { of: 'department', units: 'team' },
    supervisor: { of: null, units: 'team' },
    department: { of: null, units: 'department' },
  };

/** The same figure as the route's, of the card itself; null where it is of more rows than are counted at once. */
export async function ownFigure(
  figures: FiguresService,
  metric: MetricId,
  subject: Subject,
  period: CardPeriod,
): Promise<FigureAnswer | null> {
  const found = await answered(figures, metric, scopeOf(subject), [], period);
  return found?.total ?? null;
}

/** What stands beside a card; nothing where it is of too many rows. `byMonth`: others are counted in each month. */
export async function figuresAround(
  figures: FiguresService,
  metric: MetricId,
  subject: Subject,
  period: CardPeriod,
  { byMonth = false } = {},
): Promise<Around> {
  const { of, units } = aroundOf[subject.kind];
  const unit = of && subject[of];
  if (of !== null && !unit) return nothingAround;
  const scope: Scope[] = of && unit ? [{ dimension: of, id: unit.id }] : [];
  const wider = widerScope(metric, subject);
  const [ofGroup, ofWider] = await Promise.all([
    answered(figures, metric, scope, [units], period),
    wider ? answered(figures, metric, wider, [units], period) : null,
  ]);
  if (!ofGroup) return nothingAround;
  const inGroup = withData(ofGroup);
  const colleagues = wider ? withData(ofWider) : inGroup;
  const others = async (all: readonly { readonly id: string }[], where: Scope[]) =>
    byMonth && isOfMonths(metric, period)
      ? fewestOthers(await answered(figures, metric, where, [units, 'month'], period), subject.id)
      : all.filter(({ id }) => id !== subject.id).length;
  return {
    group: ofGroup.total,
    colleagues,
    others: { inGroup: await others(inGroup, scope), colleagues: await others(colleagues, wider ?? scope) },
  };
}

/** Whether the period has several months, and the figure is one of each as well. */
const isOfMonths = (metric: MetricId, { from, to, zone }: CardPeriod): boolean =>
  localDay(to, zone) > shiftDay(localDay(from, zone), 'month', 1) && insteadOf(metric, 'month') === null;

/** In the month in which the fewest others have data, months without any left aside: nothing can be learnt of them. */
function fewestOthers(reply: FigureReply | null, ownId: string): number {
  const ofMonths = new Map<string, number>();
  for (const { id, month } of withData(reply)) if (id !== ownId) ofMonths.set(month, (ofMonths.get(month) ?? 0) + 1);
  return ofMonths.size === 0 ? 0 : Math.min(...ofMonths.values());
}

async function answered(
  figures: FiguresService,
  metric: MetricId,
  scope: Scope[],
  by: DimensionName[],
  period: CardPeriod,
): Promise<FigureReply | null> {
  try {
    return await figures.answer(await figures.own(metric, { scope, by, ...period }), {
      ...{ quantiles: 'no', limit: mostUnits },
    });
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'too-many-rows') return null;
    throw error;
  }
}

/** The units that have something below the line; what is nobody's is no unit. Of too many nobody is drawn towards them. */
const withData = (reply: FigureReply | null): (CountOverN & { readonly id: string; readonly month: string })[] => {
  if (reply === null || reply.next !== null) return [];
  return reply.groups.flatMap(({ keys: [id = '', month = ''], figure: { numerator, denominator } }) =>
    id !== '' && denominator !== null && denominator > 0 ? [{ id, month, numerator, n: denominator }] : [],
  );
};

/**
 * Where the colleagues are more than the units of the group: of a rep those of the department, where a metric counts by
 * who handled. One that counts by who answers for the reason is of other people's contacts there.
 */
function widerScope(metric: MetricId, { kind, department }: Subject): Scope[] | null {
  if (kind !== 'rep' || department === null || definitionOf(metric).side !== 'handling') return null;
  return [{ dimension: 'department', id: department.id }];
}
