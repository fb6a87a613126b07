import type { Span } from './plan.js';

const millisecondsPerDay = 86_400_000;

/** A date as a whole number: the next date is one more. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay;
/** The date of an instant in UTC. */
export const dayAt = (instantMs: number): number => Math.floor(instantMs / millisecondsPerDay);
export const dateOf = (day: number): string => new Date(day * millisecondsPerDay).toISOString().slice(0, 10);

/** The slots that lie wholly in a span: the first, and the first one after; counted from 1970 in UTC. */
export const slotsIn = ({ fromMs, toMs }: Span, slotMs: number): readonly [number, number] => [
  Math.ceil(fromMs / slotMs),
  Math.floor(toMs / slotMs),
];
