import type { ContactChannel } from '@forecall/domain';
import type { Draw } from '../chance/draw.js';

/** Whole seconds; null where the channel has none. */
export interface Timing {
  /** From the beginning to the end, the wait included. */
  readonly lastsSeconds: number;
  readonly talkSeconds: number | null;
  readonly holdSeconds: number | null;
  readonly wrapSeconds: number;
}

/** Until somebody has read and answered, in minutes: median and spread of the logarithm. */
const answeredAfter: Readonly<Partial<Record<ContactChannel, readonly [median: number, spread: number]>>> = {
  email: [48, 0.9],
  message: [5, 0.8],
  form: [150, 0.8],
  letter: [320, 0.6],
};

/** Talk is lognormal about the median of its reason, as call times are; a visit takes six times as long. */
export function timing(draw: Draw, channel: ContactChannel, waitSeconds: number, talkMedianSeconds: number): Timing {
  const written = answeredAfter[channel];
  if (written) {
    const lastsSeconds = Math.round(60 * draw.lognormal(...written));
    return { lastsSeconds, talkSeconds: null, holdSeconds: null, wrapSeconds: Math.round(draw.lognormal(150, 0.5)) };
  }
  const talkSeconds = Math.min(
    5400,
    Math.round(draw.lognormal(talkMedianSeconds * (channel === 'visit' ? 6 : 1), 0.55)),
  );
  const holdSeconds = channel === 'phone' && draw.chance(0.18) ? Math.round(draw.exponential(45)) : 0;
  return {
    lastsSeconds: waitSeconds + talkSeconds + holdSeconds,
    talkSeconds,
    holdSeconds,
    wrapSeconds: Math.round(draw.lognormal(38, 0.6)),
  };
}
