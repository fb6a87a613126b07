import type { Draw } from '../chance/draw.js';
import { instant, type Row } from './row.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
export const expiryMs = 14 * dayMs;
const reminderMs = 3 * dayMs;
const bouncedShare = 0.02;

/** When somebody was asked, and when they answered, if they did. */
export interface Asked {
  readonly askedMs: number;
  readonly answeredMs: number | null;
  readonly nowMs: number;
}

/** How an asking by letter stands by now; the columns that tell of it. */
export function courseOf(draw: Draw, { askedMs, answeredMs, nowMs }: Asked): Row {
  const isBounced = answeredMs === null && draw.chance(bouncedShare);
  const isOver = nowMs >= askedMs + expiryMs;
  const state = answeredMs !== null ? 'answered' : isBounced ? 'bounced' : isOver ? 'expired' : 'sent';
  const isReminded = !isBounced && nowMs >= askedMs + reminderMs && (answeredMs ?? nowMs) >= askedMs + reminderMs;
  return {
    ...{ state, planned_at: instant(askedMs), send_at: instant(askedMs), asked_at: instant(askedMs) },
    reminded_at: isReminded ? instant(askedMs + reminderMs) : null,
    answered_at: answeredMs === null ? null : instant(answeredMs),
    expires_at: instant(askedMs + expiryMs),
  };
}
