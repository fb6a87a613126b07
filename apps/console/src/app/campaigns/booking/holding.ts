import { addDays, weekdayOf } from '@forecall/domain';

/** Where an exam that is being moved would stand. */
export interface Target {
  readonly day: string;
  readonly assessorId: string;
  /** Of the day. */
  readonly minute: number;
}

export interface Bounds {
  readonly assessorIds: readonly string[];
  /** The first and the last day on which it may be. */
  readonly first: string;
  readonly last: string;
  readonly minutes: number;
  /** Somebody works at weekends. */
  readonly hasWeekends: boolean;
}

/** Arrow keys go on by so much. */
export const slotStep = 15;

/**
 * The target after an arrow key: left and right by a quarter of an hour, up and down by assessors, past the last one to
 * the next day; with Shift left and right by days. It stays where there is nothing further.
 */
export function stepTarget(target: Target, key: string, withShift: boolean, bounds: Bounds): Target {
  const step = key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 1;
  if (key === 'ArrowUp' || key === 'ArrowDown') return stepAssessor(target, step, bounds);
  if (withShift) return { ...target, day: dayBeside(target.day, step, bounds) };
  const minute = Math.round(target.minute / slotStep + step) * slotStep;
  return minute < 0 || minute + bounds.minutes > 24 * 60 ? target : { ...target, minute };
}

function stepAssessor(target: Target, step: number, bounds: Bounds): Target {
  const { assessorIds } = bounds;
  const next = assessorIds[assessorIds.indexOf(target.assessorId) + step];
  if (next !== undefined) return { ...target, assessorId: next };
  const day = dayBeside(target.day, step, bounds);
  const first = step > 0 ? assessorIds[0] : assessorIds.at(-1);
  return day === target.day || first === undefined ? target : { ...target, day, assessorId: first };
}

function dayBeside(day: string, step: number, { first, last, hasWeekends }: Bounds): string {
  let next = addDays(day, step);
  while (!hasWeekends && weekdayOf(next) >= 5) next = addDays(next, step);
  return next < first || next > last ? day : next;
}
