import { localInstant, minuteOfTime } from '@forecall/domain';
import type { PickedStaff } from '../../organisation/index.js';

/** A promise as it is being written down: what, by when, who keeps it. */
export interface PromiseDraft {
  readonly what: string;
  /** In the zone of whoever writes it. */
  readonly day: string | null;
  readonly time: string;
  readonly owner: PickedStaff | null;
}

export const promiseFields = ['what', 'day', 'time', 'owner'] as const;
export type PromiseField = (typeof promiseFields)[number];
/** What is wrong with it, by field. */
export type PromiseFaults<Said = string> = Partial<Record<PromiseField, Said>>;

/** By the end of an ordinary working day, kept by whoever makes it. */
export const emptyPromise = (maker: { readonly staffId: string; readonly name: string } | null): PromiseDraft => ({
  ...{ what: '', day: null, time: '17:00' },
  owner: maker && { id: maker.staffId, name: maker.name, email: null },
});

/** As everything here writes times: 24 hours. */
export const timeOfDay = /^([01]?\d|2[0-3]):[0-5]\d$/;
const longest = 300;

const dueAtOf = ({ day, time }: PromiseDraft, zone: string): string | null =>
  day === null ? null : new Date(localInstant(day, minuteOfTime(time) ?? 0, zone)).toISOString();

/** The kinds of what is wrong, as fields of forms name them; nothing where nothing is promised. */
export function faultsInPromise(
  draft: PromiseDraft | null,
  { zone, now }: { readonly zone: string; readonly now: Date },
): PromiseFaults {
  if (draft === null) return {};
  const { what, day, time, owner } = draft;
  const dueAt = dueAtOf(draft, zone);
  const isTime = timeOfDay.test(time);
  return {
    ...(what.trim() === '' && { what: 'required' }),
    ...(what.length > longest && { what: 'maxLength' }),
    ...(day === null && { day: 'required' }),
    ...(!isTime && { time: 'pattern' }),
    ...(isTime && dueAt !== null && dueAt <= now.toISOString() && { day: 'in-the-past' }),
    ...(owner === null && { owner: 'required' }),
  };
}

/** As it goes to the server with the contact in which it was made. */
export function toldPromise(
  draft: PromiseDraft | null,
  zone: string,
): { promise?: { what: string; dueAt: string; ownerId: string | null } } {
  const dueAt = draft && dueAtOf(draft, zone);
  if (!draft || !dueAt) return {};
  return { promise: { what: draft.what.trim(), dueAt, ownerId: draft.owner?.id ?? null } };
}

/** A kept draft as a promise of today; null for what is none. */
export function promiseFrom(kept: unknown): PromiseDraft | null {
  if (typeof kept !== 'object' || kept === null || !('what' in kept)) return null;
  const empty = emptyPromise(null);
  const known = Object.entries(kept).filter(([name]) => name in empty);
  return { ...empty, ...(Object.fromEntries(known) as Partial<PromiseDraft>) };
}

/** The field that a path of a contact's promise belongs to. */
export const promiseFieldAt = (path: string): PromiseField | undefined =>
  path === 'promise.what'
    ? 'what'
    : path === 'promise.dueAt'
      ? 'day'
      : path === 'promise.ownerId'
        ? 'owner'
        : undefined;
