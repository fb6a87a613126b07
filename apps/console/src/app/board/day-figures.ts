import { computed, effect, inject, linkedSignal, resource, type Signal } from '@angular/core';
import type { BoardTile } from '@forecall/contracts';
import { addDays, type BoardWindow } from '@forecall/domain';
import { FiguresClient } from '../figures/figures-client.js';
import { Formats } from '../platform/format/formats.js';
import { Live } from '../platform/live/live.js';
import {
  dayMilliseconds,
  daysOf,
  gathered,
  onDay,
  quartersOf,
  type Stretch,
  stretchMilliseconds,
  withGrowth,
  withLive,
} from './stretches.js';

/** Not all boards at once when a quarter-hour is over. */
const reloadWithinMilliseconds = 60_000;

/** How many days the chart of a window shows. */
export const shownDays = (window: BoardWindow): number => ({ m15: 1, h1: 1, today: 1, d7: 7, d28: 28 })[window];

/**
 * A department's day by quarter-hour, or several days by day: loaded once, the newest stretch as it comes live. What was
 * logged late for an earlier one is taken up when the next quarter-hour begins, what was missed when the connection is
 * back.
 */
export function dayFigures(tile: Signal<BoardTile>, window: Signal<BoardWindow>) {
  const client = inject(FiguresClient);
  const format = inject(Formats);
  const live = inject(Live);
  const asked = computed(
    () => ({
      department: tile().departmentId,
      metric: tile().figure.definition.id,
      day: format.today(),
      days: shownDays(window()),
    }),
    { equal: (a, b) => a.department === b.department && a.metric === b.metric && a.day === b.day && a.days === b.days },
  );
  const figures = (
    { department, metric }: ReturnType<typeof asked>,
    from: string,
    to: string,
    by: 'quarter-hour' | 'date',
  ) => client.figure(metric, { scope: [`department:${department}`], from, to, by: [by] });
  const loaded = resource({
    params: () => asked(),
    loader: async ({ params }) => {
      const { day, days } = params;
      const tomorrow = addDays(day, 1);
      if (days > 1) {
        const several = await figures(params, addDays(tomorrow, -days), tomorrow, 'date');
        return { days: daysOf(several, day, format.zone()), sum: several.total, today: [], weekBefore: [] };
      }
      const [today, before] = await Promise.all([
        figures(params, day, tomorrow, 'quarter-hour'),
        figures(params, addDays(day, -7), addDays(day, -6), 'quarter-hour'),
      ]);
      return {
        days: null,
        sum: null,
        today: quartersOf(today),
        weekBefore: onDay(quartersOf(before), before.from, today.from),
      };
    },
  });

  const begun = computed(() => tile().quarter.from);
  let seen: { from: string; returns: number } | undefined;
  effect((onCleanup) => {
    const before = seen;
    seen = { from: begun(), returns: live.returns() };
    if (!before) return;
    const isBack = seen.returns !== before.returns;
    const wait = isBack ? 0 : Math.random() * reloadWithinMilliseconds;
    const timer = setTimeout(() => loaded.reload(), wait);
    onCleanup(() => clearTimeout(timer));
  });

  /** The quarter-hours that came live since the day was loaded. */
  const liveQuarters = linkedSignal<{ day: unknown; quarter: BoardTile['quarter'] }, ReadonlyMap<string, Stretch>>({
    source: () => ({ day: loaded.hasValue() ? loaded.value() : asked(), quarter: tile().quarter }),
    computation: ({ day, quarter }, previous) =>
      new Map([...(previous && previous.source.day === day ? previous.value : []), [quarter.from, quarter]]),
  });
  const quarters = computed(() => withLive(loaded.hasValue() ? loaded.value().today : [], liveQuarters()));
  const quartersBefore = computed(() => (loaded.hasValue() ? loaded.value().weekBefore : []));
  /** The days of a longer period; null where the chart is of one day. */
  const days = computed(() => {
    if (asked().days === 1) return null;
    const came = loaded.hasValue() ? loaded.value() : null;
    if (!came?.days) return [];
    // The tile is of the same days: what it has beyond the sum of those loaded came since.
    const { numerator, denominator } = tile().figure;
    return withGrowth(came.days, {
      numerator: numerator - came.sum.numerator,
      denominator: (denominator ?? 0) - (came.sum.denominator ?? 0),
    });
  });
  /** How long a stretch of the chart is. */
  const span = computed(() => (days() ? dayMilliseconds : stretchMilliseconds([...quarters(), ...quartersBefore()])));
  return {
    loaded,
    span,
    shown: computed(() => days() ?? gathered(quarters(), span())),
    weekBefore: computed(() => (days() ? [] : gathered(quartersBefore(), span()))),
  };
}
