import type { Alarm } from '@forecall/contracts';
import type { StateName } from '../ui/state/glyph.js';

export type AlarmStanding = 'open' | 'taken' | 'ebbed' | 'explained' | 'false';

/** How an alarm stands: what it was judged, else whether it has ebbed by itself, else whether somebody has it. */
export function alarmStanding({ state, ebbedAt }: Pick<Alarm, 'state' | 'ebbedAt'>): AlarmStanding {
  return ebbedAt !== null && (state === 'open' || state === 'taken') ? 'ebbed' : state;
}

export const glyphOf: Readonly<Record<AlarmStanding, StateName>> = {
  open: 'alarm',
  taken: 'alarm',
  ebbed: 'watch',
  explained: 'usual',
  false: 'none',
};
