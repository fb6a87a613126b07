import { localMoment } from '@forecall/domain';
import type { Customer } from '../desk/index.js';
import type { WrittenToLog } from './written-complaint-client.js';

export const writtenChannels = ['letter', 'email', 'form'] as const;

/** What the page holds until it is saved. */
export interface WrittenEntry {
  /** Of its own from its beginning: however often it is sent, it is one complaint. */
  readonly key: string;
  readonly customer: Customer | null;
  readonly channel: (typeof writtenChannels)[number];
  /** `2026-01-05` */
  readonly receivedOn: string | null;
  /** `14:30` */
  readonly receivedTime: string;
  readonly reasonId: string | null;
  /** null: the reason's. */
  readonly answerableDepartmentId: string | null;
  readonly summary: string;
  readonly remedySought: string;
  readonly severity: 'small' | 'money' | 'stopped-work' | null;
}

export const emptyWritten = (key: string): WrittenEntry => ({
  key,
  customer: null,
  channel: 'letter',
  receivedOn: null,
  receivedTime: '09:00',
  reasonId: null,
  answerableDepartmentId: null,
  summary: '',
  remedySought: '',
  severity: null,
});

export const writtenFields = [
  'customer',
  'receivedOn',
  'receivedTime',
  'reasonId',
  'answerableDepartmentId',
  'summary',
] as const;
export type WrittenField = (typeof writtenFields)[number];

export type Receipt = 'missing' | 'ahead' | 'late' | 'in-time';

/** After so long a supervisor or head answers for what is recorded. */
const lateAfterMs = 7 * 86_400_000;

export function receivedAt({ receivedOn, receivedTime }: WrittenEntry, zone: string): Date | null {
  if (receivedOn === null || !/^\d\d:\d\d/.test(receivedTime)) return null;
  return localMoment(receivedOn, receivedTime, zone);
}

/** What the first receipt means at this moment. */
export function receiptOf(entry: WrittenEntry, zone: string, now: Date): Receipt {
  const at = receivedAt(entry, zone);
  if (at === null) return 'missing';
  const ageMs = now.getTime() - at.getTime();
  return ageMs < 0 ? 'ahead' : ageMs > lateAfterMs ? 'late' : 'in-time';
}

/** What stands in the way of saving, in the order of the page. */
export function faultsIn(entry: WrittenEntry, receipt: Receipt, mayBeLate: boolean): [WrittenField, string][] {
  const faults: [WrittenField, string][] = [];
  if (entry.receivedOn === null) faults.push(['receivedOn', 'receivedOn']);
  else if (receipt === 'missing') faults.push(['receivedTime', 'receivedTime']);
  else if (receipt === 'ahead') faults.push(['receivedOn', 'ahead']);
  else if (receipt === 'late' && !mayBeLate) faults.push(['receivedOn', 'late']);
  if (entry.reasonId === null) faults.push(['reasonId', 'reasonId']);
  if (entry.summary.trim() === '') faults.push(['summary', 'summary']);
  return faults;
}

export const writtenOf = (entry: WrittenEntry, at: Date): WrittenToLog => ({
  channel: entry.channel,
  receivedAt: at.toISOString(),
  accountId: entry.customer?.accountId ?? null,
  personId: entry.customer?.personId ?? null,
  reasonId: entry.reasonId,
  answerableDepartmentId: entry.answerableDepartmentId,
  complaint: { summary: entry.summary.trim(), remedySought: entry.remedySought.trim(), severity: entry.severity },
});

const fieldOfPath: Readonly<Record<string, WrittenField>> = {
  accountId: 'customer',
  personId: 'customer',
  receivedAt: 'receivedOn',
  endedAt: 'receivedOn',
  reasonId: 'reasonId',
  answerableDepartmentId: 'answerableDepartmentId',
  'complaint.summary': 'summary',
};

/** Where what the server names is on the page. */
export const writtenFieldAt = (path: string): WrittenField | undefined => fieldOfPath[path];
