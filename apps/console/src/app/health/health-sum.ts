import type { AccountHealthReply } from '@forecall/contracts';
import { shownHealth, shownPoints } from '@forecall/domain';

/** What a signal takes, with a real minus: "−6.4"; "0" for nothing. */
export const takenPoints = (points: number): string => (points > 0 ? `−${shownPoints(points)}` : '0');

/** "100 − 6.4 − 20 − 5 = 68.6": adds up as it stands; below zero it stays 0. */
export function healthSum({ health, signals }: Pick<AccountHealthReply, 'health' | 'signals'>): string {
  const taken = signals.filter(({ points }) => points > 0).map(({ points }) => ` − ${shownPoints(points)}`);
  const all = signals.reduce((sum, { points }) => sum + points, 0);
  return taken.length === 0 ? '100' : `100${taken.join('')} ${all > 100 ? '→' : '='} ${shownHealth(health)}`;
}
