import { addDays, localDay, startOfDay } from '@forecall/domain';
import { organisationZone } from '../company/company.js';

/** What went wrong in one department: one reason brings more contacts, and far more of them are complaints. */
export interface Trouble {
  readonly department: string;
  readonly reason: string;
  readonly fromMs: number;
  readonly toMs: number;
  /** Contacts about the reason that come on top, per usual contact of the department, at the beginning and at the end. */
  readonly surge: readonly [first: number, last: number];
  /** The chance that a contact about the reason is a complaint, at the beginning and at the end. */
  readonly complaintChance: readonly [first: number, last: number];
}

/** An invoice run has charged customers twice: the last seven days, today included; it spreads as invoices are opened. */
export const troubleUntil = (nowMs: number): Trouble => ({
  department: 'Billing',
  reason: 'Charged twice',
  fromMs: startOfDay(addDays(localDay(new Date(nowMs), organisationZone), -6), organisationZone).getTime(),
  toMs: nowMs,
  surge: [0.14, 0.24],
  complaintChance: [0.16, 0.25],
});

/** What holds at a moment between the beginning and the end; undefined before. */
function during({ fromMs, toMs }: Trouble, [first, last]: readonly [number, number], atMs: number): number | undefined {
  return atMs < fromMs ? undefined : first + (last - first) * Math.min(1, (atMs - fromMs) / (toMs - fromMs));
}

export const surgeAt = (trouble: Trouble, atMs: number): number => during(trouble, trouble.surge, atMs) ?? 0;

/** Undefined before the trouble: then the reason's own chance holds. */
export const troubledChance = (trouble: Trouble, atMs: number): number | undefined =>
  during(trouble, trouble.complaintChance, atMs);
