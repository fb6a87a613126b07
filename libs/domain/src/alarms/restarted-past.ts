import type { DayOfContacts } from './open-rates.js';
import { mustBeInside } from '../statistics/sound-input.js';

/**
 * The past of a department whose level is another since some day. What is known of the new level is little at first, so
 * the days before lend their volume and how they differ, with their complaints moved to the new level; the days
 * since are as they were. Whole complaints, of which what rounding leaves is carried to the next day.
 */
export function restartedPast(
  before: readonly DayOfContacts[],
  since: readonly DayOfContacts[],
  level: { readonly old: number; readonly new: number },
): DayOfContacts[] {
  mustBeInside('The old level', level.old);
  mustBeInside('The new level', level.new);
  let carried = 0;
  const moved = before.map(({ contacts, complaints }) => {
    const wanted = Math.min(contacts, (complaints / level.old) * level.new + carried);
    const whole = Math.min(contacts, Math.max(0, Math.round(wanted)));
    carried = wanted - whole;
    return { contacts, complaints: whole };
  });
  return [...moved, ...since];
}
