import type { CallOfMyDay } from '@forecall/contracts';
import { localInstant, minuteOfTime } from '@forecall/domain';

export const harms = ['small', 'money', 'stopped-work'] as const;
export const scores = ['1', '2', '3', '4', '5'] as const;

/** What is filled in during and after a call. */
export interface Wrap {
  /** The contact's own from the beginning: however often it is sent, it is stored once. */
  readonly id: string;
  /** ISO; null: not called yet. */
  readonly startedAt: string | null;
  readonly outcome: 'reached' | 'not-reached';
  /** Who was spoken with; empty: somebody else. */
  readonly personId: string;
  /** Satisfaction on the spot. */
  readonly score: (typeof scores)[number] | null;
  readonly note: string;
  readonly hasProblem: boolean;
  readonly summary: string;
  readonly reasonId: string | null;
  readonly harm: (typeof harms)[number] | null;
  readonly hasPromise: boolean;
  readonly what: string;
  readonly day: string | null;
  readonly time: string;
  /** The day that the customer asked for. */
  readonly nextOn: string | null;
}

export const emptyWrap = (id: string, personId = ''): Wrap => ({
  id,
  startedAt: null,
  outcome: 'reached',
  personId,
  score: null,
  note: '',
  hasProblem: false,
  summary: '',
  reasonId: null,
  harm: null,
  hasPromise: false,
  what: '',
  day: null,
  time: '17:00',
  nextOn: null,
});

/** Whether anything would be lost with it. */
export const isBegun = ({ startedAt, note, hasProblem, hasPromise, score, nextOn }: Wrap): boolean =>
  startedAt !== null || note !== '' || hasProblem || hasPromise || score !== null || nextOn !== null;

/** What needs somebody who has answered. */
export const needsSomebody = ({ hasProblem, hasPromise, score }: Wrap): boolean =>
  hasProblem || hasPromise || score !== null;

/** What was kept, as an entry of today; null for what was none. */
export function wrapFrom(keptOne: unknown): Wrap | null {
  if (typeof keptOne !== 'object' || keptOne === null || !('id' in keptOne) || typeof keptOne.id !== 'string')
    return null;
  const empty = emptyWrap(keptOne.id);
  const known = Object.entries(keptOne).filter(([name]) => name in empty);
  return { ...empty, ...(Object.fromEntries(known) as Partial<Wrap>) };
}

/** When what was promised is due: on the clock of the caller. */
export const dueAtOf = ({ day, time }: Pick<Wrap, 'day' | 'time'>, zone: string): string | null =>
  day === null ? null : new Date(localInstant(day, minuteOfTime(time) ?? 0, zone)).toISOString();

/** The contact that a call becomes; `savedAt` in ISO. */
export function contactOf(
  wrap: Wrap,
  { call, zone, savedAt }: { readonly call: CallOfMyDay; readonly zone: string; readonly savedAt: string },
) {
  const isReached = wrap.outcome === 'reached';
  const startedAt = wrap.startedAt !== null && wrap.startedAt < savedAt ? wrap.startedAt : savedAt;
  const dueAt = wrap.hasPromise ? dueAtOf(wrap, zone) : null;
  return {
    ...{ id: wrap.id, channel: 'phone', direction: 'out', purpose: 'proactive' },
    outcome: isReached ? 'handled' : 'not-reached',
    ...{ startedAt, endedAt: savedAt, accountId: call.account.id },
    personId: wrap.personId || null,
    reasonId: wrap.hasProblem ? wrap.reasonId : null,
    note: wrap.note.trim(),
    plannedCall: { id: call.id, score: isReached && wrap.score ? Number(wrap.score) : null, nextOn: wrap.nextOn },
    ...(dueAt !== null && { promise: { what: wrap.what.trim(), dueAt } }),
    ...(wrap.hasProblem && { complaint: { summary: wrap.summary.trim(), severity: wrap.harm, foundByUs: true } }),
  };
}

/** Fields of the form by what the server calls them. */
export const fieldNames: Readonly<Record<string, string>> = {
  'complaint.summary': 'summary',
  'complaint.severity': 'harm',
  'promise.what': 'what',
  'promise.dueAt': 'day',
  'plannedCall.score': 'score',
  'plannedCall.nextOn': 'nextOn',
  on: 'nextOn',
};
