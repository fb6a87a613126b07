import { computed, effect, inject, linkedSignal, resource, type Signal } from '@angular/core';
import type { BoardTile } from '@forecall/contracts';
import { addDays } from '@forecall/domain';
import { FiguresClient } from '../figures/figures-client.js';
import { Formats } from '../platform/format/formats.js';
import { Live } from '../platform/live/live.js';
import { gathered, onDay, quartersOf, type Stretch, stretchMilliseconds, withLive } from './stretches.js';

/** Not all boards at once when a quarter-hour is over. */
const reloadWithinMilliseconds = 60_000;

/**
 * A department's day: loaded once, the running quarter-hour as it comes live. What was logged late for an earlier one is
 * taken up when the next begins, what was missed when the connection is back.
 */
export function dayFigures(tile: Signal<BoardTile>) {
  const client = inject(FiguresClient);
  const format = inject(Formats);
  const live = inject(Live);
  const asked = computed(
    () => ({ department: tile().departmentId, metric: tile().figure.definition.id, day: format.today() }),
    { equal: (a, b) => a.department === b.department && a.metric === b.metric && a.day === b.day },
  );
  const figures = ({ department, metric }: ReturnType<typeof asked>, day: string) =>
    client.figure(metric, {
      scope: [`department:${department}`],
      from: day,
      to: addDays(day, 1),
      by: ['quarter-hour'],
    });
  const loaded = resource({
    params: () => asked(),
    loader: async ({ params }) => {
      const [today, before] = await Promise.all([
        figures(params, params.day),
        figures(params, addDays(params.day, -7)),
      ]);
      return { today: quartersOf(today), weekBefore: onDay(quartersOf(before), before.from, today.from) };
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
  /** How long a stretch of the chart is. */
  const span = computed(() => stretchMilliseconds([...quarters(), ...quartersBefore()]));
  return {
    loaded,
    span,
    today: computed(() => gathered(quarters(), span())),
    weekBefore: computed(() => gathered(quartersBefore(), span())),
  };
}
