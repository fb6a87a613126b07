import type { Draw } from '../chance/draw.js';
import type { ContactDraft } from './contact-draft.js';

export interface Satisfaction {
  readonly score: 1 | 2 | 3 | 4 | 5;
  readonly atMs: number;
}

/** How answers of 1 to 5 spread, by what the customer went through. */
const spreads = {
  settled: [2, 3, 9, 31, 55],
  waitedLong: [5, 8, 17, 36, 34],
  notSettled: [17, 20, 26, 24, 13],
  complained: [44, 26, 15, 10, 5],
} as const;

const scores = [1, 2, 3, 4, 5] as const;
const longWaitSeconds = 75;
const minuteMs = 60_000;

function spreadOf({ complaint, resolved, waitSeconds }: ContactDraft): readonly number[] {
  if (complaint) return spreads.complained;
  if (resolved === false) return spreads.notSettled;
  return (waitSeconds ?? 0) > longWaitSeconds ? spreads.waitedLong : spreads.settled;
}

/** One customer in seven answers, those who complained rather more. Null: no answer, or none yet. */
export function satisfactionWith(draw: Draw, contact: ContactDraft, nowMs: number): Satisfaction | null {
  if (contact.outcome !== 'handled' || contact.purpose !== 'service' || !contact.person) return null;
  if (!draw.chance(contact.complaint ? 0.25 : 0.14)) return null;
  const spread = spreadOf(contact);
  const score = draw.weighted(scores, (each) => spread[each - 1] ?? 0);
  const atMs = contact.endedMs + Math.round(draw.lognormal(25, 1.4) * minuteMs);
  return atMs <= nowMs ? { score, atMs } : null;
}
