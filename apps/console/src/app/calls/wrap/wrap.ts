import type { CallOfMyDay, CallsOfDay } from '@forecall/contracts';
import { type PromiseDraft, promiseFrom, toldPromise } from '../../promises/index.js';

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
  /** null: nothing was promised. */
  readonly promise: PromiseDraft | null;
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
  promise: null,
  nextOn: null,
});

/** Whether anything would be lost with it. */
export const isBegun = ({ startedAt, note, hasProblem, promise, score, nextOn }: Wrap): boolean =>
  startedAt !== null || note !== '' || hasProblem || promise !== null || score !== null || nextOn !== null;

/** What needs somebody who has answered. */
export const needsSomebody = ({ hasProblem, promise, score }: Wrap): boolean =>
  hasProblem || promise !== null || score !== null;

/** What was kept, as an entry of today; null for what was none. */
export function wrapFrom(keptOne: unknown): Wrap | null {
  if (typeof keptOne !== 'object' || keptOne === null || !('id' in keptOne) || typeof keptOne.id !== 'string')
    return null;
  const empty = emptyWrap(keptOne.id);
  const known = Object.entries(keptOne).filter(([name]) => name in empty);
  const wrap = { ...empty, ...(Object.fromEntries(known) as Partial<Wrap>) };
  return { ...wrap, promise: promiseFrom(wrap.promise) };
}

/** The contact that a call becomes; `savedAt` in ISO, `zone` that of the caller’s clock. */
export function contactOf(
  wrap: Wrap,
  { call, zone, savedAt }: { readonly call: CallOfMyDay; readonly zone: string; readonly savedAt: string },
) {
  const isReached = wrap.outcome === 'reached';
  const startedAt = wrap.startedAt !== null && wrap.startedAt < savedAt ? wrap.startedAt : savedAt;
  return {
    ...{ id: wrap.id, channel: 'phone', direction: 'out', purpose: 'proactive' },
    outcome: isReached ? 'handled' : 'not-reached',
    ...{ startedAt, endedAt: savedAt, accountId: call.account.id },
    personId: wrap.personId || null,
    reasonId: wrap.hasProblem ? wrap.reasonId : null,
    note: wrap.note.trim(),
    plannedCall: { id: call.id, score: isReached && wrap.score ? Number(wrap.score) : null, nextOn: wrap.nextOn },
    ...toldPromise(wrap.promise, zone),
    ...(wrap.hasProblem && { complaint: { summary: wrap.summary.trim(), severity: wrap.harm, foundByUs: true } }),
  };
}

/**
 * When somebody who was not reached is called again: where the call is planned on a later day, it stays there
 * (`isPlanned`). undefined: the plan has to find another day.
 */
export function againOf(callId: string, { day, calls }: Pick<CallsOfDay, 'day' | 'calls'>) {
  const call = calls.find(({ id }) => id === callId);
  if (!call) return undefined;
  const { onDay, slotAt, from, person } = call;
  if (onDay !== null && onDay > day && slotAt !== null) return { at: slotAt, person, isPlanned: true };
  return from === null ? undefined : { at: from, person, isPlanned: false };
}

/** Fields of the form by what the server calls them. */
export const fieldNames: Readonly<Record<string, string>> = {
  'complaint.summary': 'summary',
  'complaint.severity': 'harm',
  'promise.what': 'promise',
  'promise.dueAt': 'promise',
  'promise.ownerId': 'promise',
  'plannedCall.score': 'score',
  'plannedCall.nextOn': 'nextOn',
  on: 'nextOn',
};
