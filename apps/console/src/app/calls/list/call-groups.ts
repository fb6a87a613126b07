import type { CallOfMyDay } from '@forecall/contracts';

export const callGroups = ['now', 'later', 'not-today', 'ahead', 'done'] as const;
export type CallGroup = (typeof callGroups)[number];

export interface Moment {
  readonly nowMs: number;
  /** The caller's day; null: not known yet. */
  readonly today: string | null;
}

type Grouped = Pick<CallOfMyDay, 'state' | 'from' | 'to' | 'onDay'>;

/** Where a call stands at a moment, which moves on between two answers of the server. */
export function groupOf({ state, from, to, onDay }: Grouped, { nowMs, today }: Moment): CallGroup {
  if (state !== 'planned') return 'done';
  if (onDay !== null && today !== null && onDay > today) return 'ahead';
  if (from === null || (to !== null && Date.parse(to) <= nowMs)) return 'not-today';
  return Date.parse(from) <= nowMs ? 'now' : 'later';
}

export interface GroupOfCalls {
  readonly group: CallGroup;
  /** Of calls that are ahead: each day is a group. */
  readonly onDay: string | null;
  readonly calls: readonly CallOfMyDay[];
}

/** The groups that hold something, each in the order in which the calls came. `saved`: those that only wait to be sent. */
export function groupsOf(
  calls: readonly CallOfMyDay[],
  { saved, ...moment }: Moment & { readonly saved: ReadonlySet<string> },
): GroupOfCalls[] {
  const keyOf = (call: CallOfMyDay) => (saved.has(call.id) ? 'done' : groupOf(call, moment));
  return callGroups.flatMap((group) => {
    const within = calls.filter((call) => keyOf(call) === group);
    const days = [...new Set(within.map(({ onDay }) => (group === 'ahead' ? onDay : null)))];
    return days.map((onDay) => ({
      ...{ group, onDay },
      calls: within.filter((call) => group !== 'ahead' || call.onDay === onDay),
    }));
  });
}

const hourMs = 3_600_000;

/** How many that can be called now cannot be in an hour. */
export const closingWithinTheHour = (groups: readonly GroupOfCalls[], nowMs: number): number =>
  (groups.find(({ group }) => group === 'now')?.calls ?? []).filter(
    ({ to }) => to !== null && Date.parse(to) - nowMs < hourMs,
  ).length;

/** Whom to call after one: the next that can be called now, else the next of today; undefined: nobody. */
export function nextAfter(groups: readonly GroupOfCalls[], id: string): CallOfMyDay | undefined {
  const open = groups.filter(({ group }) => group !== 'done').flatMap(({ calls }) => calls);
  return open.find((call) => call.id !== id);
}
