import type { FigureAnswer } from '@forecall/contracts';
import {
  type AtomCounts,
  type CardKind,
  type CountOverN,
  definitionOf,
  type DimensionName,
  figureFrom,
  type MetricId,
} from '@forecall/domain';
import type { FiguresService } from '../../figures/figures.service.js';
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
  /** How many others than who the card is of have data: in the group, and among the colleagues. */
  readonly others: { readonly inGroup: number; readonly colleagues: number };
}

export const nothingAround: Around = { group: null, colleagues: [], others: { inGroup: 0, colleagues: 0 } };

interface Scope {
  readonly dimension: DimensionName;
  readonly id: string;
}

/** No group has more units; one that had is not drawn towards. */
const mostUnits = 10_000;
const noQuantiles = { median: null, percentile90: null, percentile95: null, maximum: null } as const;

export const answerOf = (metric: MetricId, counts: AtomCounts): FigureAnswer => ({
  ...figureFrom(metric, counts),
  ...noQuantiles,
});

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

/** The same figure as the route's, of the card itself. */
export async function ownFigure(
  figures: FiguresService,
  metric: MetricId,
  subject: Subject,
  period: CardPeriod,
): Promise<FigureAnswer> {
  const question = await figures.own(metric, { scope: scopeOf(subject), by: [], ...period });
  return (await figures.answer(question, { quantiles: 'no', limit: 1 })).total;
}

export async function figuresAround(
  figures: FiguresService,
  metric: MetricId,
  subject: Subject,
  period: CardPeriod,
): Promise<Around> {
  const { of, units } = aroundOf[subject.kind];
  const unit = of && subject[of];
  if (of !== null && !unit) return nothingAround;
  const scope: Scope[] = of && unit ? [{ dimension: of, id: unit.id }] : [];
  // Those still open are no sum of atoms.
  if (definitionOf(metric).source === 'complaint') {
    const question = await figures.own(metric, { scope, by: [], ...period });
    return { ...nothingAround, group: (await figures.answer(question, { quantiles: 'no', limit: 1 })).total };
  }
  const counted = async (within: Scope[]) =>
    figures.counts(await figures.own(metric, { scope: within, by: [units], ...period }), mostUnits + 1);
  const wider = widerScope(metric, subject);
  const [ofGroup, ofWider] = await Promise.all([counted(scope), wider ? counted(wider) : undefined]);
  if (ofGroup.length > mostUnits) return nothingAround;
  const inGroup = withData(metric, ofGroup);
  const colleagues = ofWider ? withData(metric, ofWider) : inGroup;
  const others = (units: readonly { readonly id: string }[]) => units.filter(({ id }) => id !== subject.id).length;
  return {
    group: answerOf(metric, summed(ofGroup.map(({ counts }) => counts))),
    colleagues: colleagues.length > mostUnits ? [] : colleagues,
    others: { inGroup: others(inGroup), colleagues: others(colleagues) },
  };
}

/** The units that have something below the line; what is nobody's is no unit. */
const withData = (
  metric: MetricId,
  lines: readonly { readonly keys: readonly string[]; readonly counts: AtomCounts }[],
) =>
  lines.flatMap(({ keys: [id = ''], counts }) => {
    const { numerator, denominator } = figureFrom(metric, counts);
    return id !== '' && denominator !== null && denominator > 0 ? [{ id, numerator, n: denominator }] : [];
  });

/**
 * Where the colleagues are more than the units of the group: of a rep those of the department, where a metric counts by
 * who handled. One that counts by who answers for the reason is of other people's contacts there.
 */
function widerScope(metric: MetricId, { kind, department }: Subject): Scope[] | null {
  if (kind !== 'rep' || department === null || definitionOf(metric).side !== 'handling') return null;
  return [{ dimension: 'department', id: department.id }];
}

function summed(all: readonly AtomCounts[]): AtomCounts {
  const sum: Partial<Record<keyof AtomCounts, number>> = {};
  for (const counts of all)
    for (const [atom, amount] of Object.entries(counts) as [keyof AtomCounts, number][])
      sum[atom] = (sum[atom] ?? 0) + amount;
  return sum;
}
