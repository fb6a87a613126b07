import { addDays, localDay, startOfDay } from '@forecall/domain';
import { organisationZone } from '../company/company.js';

/** What went wrong in one department: one reason brings more contacts, and far more of them are complaints. */
export interface Trouble {
  readonly department: string;
  readonly reason: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/** An invoice run has charged customers twice: the last seven days, today included. */
export const troubleUntil = (nowMs: number): Trouble => ({
  department: 'Billing',
  reason: 'Charged twice',
  fromMs: startOfDay(addDays(localDay(new Date(nowMs), organisationZone), -6), organisationZone).getTime(),
  toMs: nowMs,
});

/** 0 at its beginning, 1 now: it spreads with each invoice that customers open. */
const progress = ({ fromMs, toMs }: Trouble, atMs: number) => (atMs - fromMs) / (toMs - fromMs);

const isDuring = ({ fromMs }: Trouble, atMs: number) => atMs >= fromMs;

/** Contacts about the reason that come on top, per usual contact of the department. */
export const surge = (trouble: Trouble, atMs: number): number =>
  isDuring(trouble, atMs) ? 0.06 + 0.07 * progress(trouble, atMs) : 0;

/** The chance that a contact about the reason is a complaint; undefined before. */
export const troubledChance = (trouble: Trouble, atMs: number): number | undefined =>
  isDuring(trouble, atMs) ? 0.18 + 0.12 * progress(trouble, atMs) : undefined;
