import { addDays } from '@forecall/domain';

/** Where a call that is being moved would be dropped. */
export interface Target {
  readonly staffId: string;
  readonly day: string;
}

const dayStep: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };
const callerStep: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** The target after an arrow key: left and right by days, never before today; up and down by callers, to the ends. */
export function stepTarget(target: Target, key: string, callerIds: readonly string[], today: string): Target {
  const days = dayStep[key];
  if (days !== undefined) {
    const day = addDays(target.day, days);
    return day < today ? target : { ...target, day };
  }
  const step = callerStep[key];
  if (step === undefined) return target;
  const staffId = callerIds[callerIds.indexOf(target.staffId) + step];
  return staffId === undefined ? target : { ...target, staffId };
}
