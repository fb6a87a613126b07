import { mustBeInside } from '../statistics/sound-input.js';
import type { DayOfContacts } from './open-rates.js';

/** So many contacts at the old level are believed beside those of the new one, of which there are few at first. */
const believedContacts = 200;

/** Another level than the old one, from what was seen since it changed, drawn towards the old while that is little. */
export function newLevel(old: number, { contacts, complaints }: DayOfContacts): number {
  mustBeInside('The old level', old);
  return (complaints + believedContacts * old) / (contacts + believedContacts);
}

/**
 * The past of a department whose level is another since some day. What is known of the new level is little at first, so
 * the days before lend their volume and how they differ, with their complaints moved to the new level; the days since are
 * as they were. Whole complaints, of which what rounding leaves is carried to the next day; null: a day that is left out.
 */
export function restartedPast(
  before: readonly (DayOfContacts | null)[],
  since: readonly DayOfContacts[],
  level: { readonly old: number; readonly new: number },
): (DayOfContacts | null)[] {
  mustBeInside('The old level', level.old);
  mustBeInside('The new level', level.new);
  let carried = 0;
  const moved = before.map((day) => {
    if (day === null) return null;
    const wanted = Math.min(day.contacts, (day.complaints / level.old) * level.new + carried);
    const whole = Math.min(day.contacts, Math.max(0, Math.round(wanted)));
    carried = wanted - whole;
    return { contacts: day.contacts, complaints: whole };
  });
  return [...moved, ...since];
}
