import type { HandedOver } from '@forecall/contracts';
import { type PromiseDraft, type PromiseField, promiseFieldAt, toldPromise } from '../../promises/index.js';
import { callTimes, type EntryCall } from '../calls/entry-call.js';
import type { Customer } from '../customer/customer.js';
import type { ContactToLog } from '../desk-client.js';

/** What the desk's form holds while one talks. */
export interface Entry {
  /** The contact's own from its beginning: however often it is sent, it is stored once. */
  readonly id: string;
  /** ISO; null until something was entered. */
  readonly startedAt: string | null;
  readonly channel: 'phone' | 'email' | 'chat' | 'message' | 'visit';
  readonly direction: 'in' | 'out';
  readonly reasonId: string | null;
  readonly note: string;
  /** Only what went out can fail to reach anybody. */
  readonly ending: 'solved' | 'follow-up' | 'complaint' | 'handed-over' | 'not-reached' | null;
  readonly remedySought: string;
  readonly harm: 'small' | 'money' | 'stopped-work' | null;
  /** Chosen in place of the reason's own. */
  readonly answerableDepartmentId: string | null;
  readonly repConcerned: { readonly id: string; readonly name: string; readonly email: string | null } | null;
  /** The earlier complaint of an account that this one repeats. */
  readonly repeatOf: { readonly id: string; readonly accountId: string } | null;
  readonly customer: Customer | null;
  /** The number they call from, as shown, while nobody knows whose it is. */
  readonly phone: string;
  /** Who goes on with it, where it is handed over: a person, or a department. */
  readonly handOverTo: { readonly id: string; readonly name: string; readonly email: string | null } | null;
  readonly handOverDepartmentId: string | null;
  /** What was promised; null: nothing. */
  readonly promise: PromiseDraft | null;
  /** What was handed over to this desk, and goes on here. */
  readonly continues: Pick<HandedOver, 'contactId' | 'conversationId' | 'from' | 'note'> | null;
  /** The call it came by, where the telephone system told of it. */
  readonly call: EntryCall | null;
}

export const emptyEntry = (id: string): Entry => ({
  id,
  startedAt: null,
  channel: 'phone',
  direction: 'in',
  reasonId: null,
  note: '',
  ending: null,
  remedySought: '',
  harm: null,
  answerableDepartmentId: null,
  repConcerned: null,
  repeatOf: null,
  customer: null,
  phone: '',
  handOverTo: null,
  handOverDepartmentId: null,
  promise: null,
  continues: null,
  call: null,
});

/** Whether all of that stands there already: a browser's own undo in an empty field, say. */
export const isInEntry = (entry: Entry, changes: Partial<Entry>): boolean =>
  Object.entries(changes).every(([name, value]) => value === entry[name as keyof Entry]);

export const entryFields = [
  'customer',
  'reasonId',
  'note',
  'ending',
  'remedySought',
  'repConcerned',
  'handOver',
] as const;
export type EntryField = (typeof entryFields)[number] | `promise.${PromiseField}`;

/** What is missing before it can be saved. A complaint without a word of what happened helps nobody. */
export function missingIn({ ending, note, ...entry }: Entry): EntryField[] {
  const { reasonId, handOverTo, handOverDepartmentId, promise, customer } = entry;
  const missing: EntryField[] = [];
  if (promise !== null && customer === null) missing.push('customer');
  if (reasonId === null && ending !== 'not-reached') missing.push('reasonId');
  if (ending === 'complaint' && note.trim() === '') missing.push('note');
  if (ending === null) missing.push('ending');
  if (ending === 'handed-over' && handOverTo === null && handOverDepartmentId === null) missing.push('handOver');
  return missing;
}

/** The entry as it is sent; `savedAt` in ISO, `zone` of the days in it. With a call its times are the call's, and what comes after is wrap-up. */
export function contactOf(entry: Entry, savedAt: string, zone = 'UTC'): ContactToLog {
  const note = entry.note.trim();
  const isReached = entry.ending !== 'not-reached';
  return {
    id: entry.id,
    channel: entry.channel,
    direction: entry.direction,
    outcome: isReached ? 'handled' : 'not-reached',
    ...callTimes(entry.call, entry.startedAt ?? savedAt, savedAt, isReached),
    callId: entry.call?.id ?? null,
    accountId: entry.customer?.accountId ?? null,
    personId: entry.customer?.personId ?? null,
    reasonId: entry.reasonId,
    resolved: isReached ? entry.ending === 'solved' : null,
    note,
    ...(entry.continues && {
      conversationId: entry.continues.conversationId,
      transferredFrom: entry.continues.contactId,
    }),
    ...toldPromise(entry.promise, zone),
    ...(entry.ending === 'handed-over' && {
      handOver: { staffId: entry.handOverTo?.id ?? null, departmentId: entry.handOverDepartmentId },
    }),
    ...(entry.ending === 'complaint' && {
      answerableDepartmentId: entry.answerableDepartmentId,
      complaint: {
        summary: note,
        remedySought: entry.remedySought.trim(),
        severity: entry.harm,
        repConcernedId: entry.repConcerned?.id ?? null,
        repeatOfId: entry.repeatOf?.accountId === entry.customer?.accountId ? (entry.repeatOf?.id ?? null) : null,
      },
    }),
  };
}

const fieldOfPath: Readonly<Record<string, EntryField>> = {
  accountId: 'customer',
  promise: 'customer',
  personId: 'customer',
  reasonId: 'reasonId',
  note: 'note',
  resolved: 'ending',
  complaint: 'ending',
  handOver: 'handOver',
  'complaint.summary': 'note',
  'complaint.remedySought': 'remedySought',
  'complaint.repConcernedId': 'repConcerned',
};

/** Which field of the form a path of the sent contact belongs to; none for what the form does not show. */
export function fieldAt(path: string): EntryField | undefined {
  const ofPromise = promiseFieldAt(path);
  return ofPromise ? `promise.${ofPromise}` : fieldOfPath[path];
}
