import type { ComparedFigure, FigureAnswer, FigureReply } from '@forecall/contracts';
import { changeOf, definitionOf, isCalendar, type MetricId } from '@forecall/domain';
import { figureOfNothing } from '../../figures/figures.service.js';

export type Group = FigureReply['groups'][number];

/** What the figure route says of one metric in one period. */
export interface Answered {
  readonly total: FigureAnswer;
  readonly groups: readonly Group[];
  readonly isCut: boolean;
  readonly narrowedToReach: boolean;
}

export const groupKey = (keys: readonly string[]): string => JSON.stringify(keys);

/** The figures of one period, to be held against those of another. */
export class Counterparts {
  private readonly byKey: ReadonlyMap<string, Group>;
  private readonly firstKey: string | undefined;
  private readonly calendarAt: number;

  constructor(
    private readonly metric: MetricId,
    private readonly answered: Answered,
    by: readonly string[],
  ) {
    this.byKey = new Map(answered.groups.map((group) => [groupKey(group.keys), group]));
    this.calendarAt = by.findIndex(isCalendar);
    this.firstKey = answered.groups.map(({ keys }) => keys[this.calendarAt] ?? '').toSorted()[0];
  }

  /** A group that was not counted is a count of nothing, where anything is known of its time; else nothing is known. */
  ofGroup(keys: readonly string[] | null, now: FigureAnswer): ComparedFigure | null {
    if (keys === null) return null;
    const found = this.byKey.get(groupKey(keys));
    if (found) return compared(now, found.figure);
    const isKnown = this.firstKey !== undefined && this.firstKey <= (keys[this.calendarAt] ?? '');
    return isKnown ? compared(now, figureOfNothing(this.metric)) : null;
  }

  ofTotal(now: FigureAnswer): ComparedFigure | null {
    return compared(now, this.answered.total);
  }
}

/** Null where nothing is known: no data is not zero, so that the first periods stay empty. */
function compared(now: FigureAnswer, before: FigureAnswer): ComparedFigure | null {
  const isCount = definitionOf(before.definition.id).denominator === null;
  if (before.value === null || (!isCount && before.n === 0)) return null;
  const { value, numerator, denominator, n } = before;
  return { value, numerator, denominator, n, change: changeOf(now, before) };
}
