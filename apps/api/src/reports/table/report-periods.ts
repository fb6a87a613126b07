import type { ComparisonName, ReportQuestion } from '@forecall/contracts';
import {
  calendarUnits,
  type DayPeriod,
  isCalendar,
  keyBefore,
  keyYearBefore,
  localDay,
  periodBefore,
  periodOf,
  shiftPeriod,
  yearBefore,
  yearEarlier,
} from '@forecall/domain';
import { badRequest } from '../../platform/http/problem.js';

/** What a comparison asks: the period for the whole, that of the rows, and where the counterpart of a row stands. */
export interface Counterpart {
  readonly whole: DayPeriod;
  readonly rows: DayPeriod;
  /** Null: it has none. */
  readonly keysOf: (keys: readonly string[]) => readonly string[] | null;
}

export interface ReportPeriods {
  readonly asked: DayPeriod;
  readonly compared: Readonly<Partial<Record<ComparisonName, Counterpart>>>;
}

/**
 * The periods that a report speaks of. By day, week, month, quarter or year each row stands against the one before it, or
 * the same one a year before; by all else against the same group of the period before.
 */
export function reportPeriods(
  { period, by, compare }: Pick<ReportQuestion, 'period' | 'by' | 'compare'>,
  zone: string,
  now: Date,
): ReportPeriods {
  const asked = periodOf(period, localDay(now, zone));
  if (!asked)
    throw badRequest('invalid', 'period: is no period.', {
      fields: [{ path: 'period', code: 'invalid_format', message: 'is no period' }],
    });
  const at = by.findIndex(isCalendar);
  const dimension = by[at];
  const shiftedKeys = (shift: (key: string) => string | null) => (keys: readonly string[]) => {
    const key = shift(keys[at] ?? '');
    return key === null ? null : keys.with(at, key);
  };
  const counterpart = (name: ComparisonName): Counterpart => {
    const whole = name === 'period-before' ? periodBefore(asked) : yearBefore(asked);
    if (dimension === undefined || !isCalendar(dimension)) return { whole, rows: whole, keysOf: (keys) => keys };
    return name === 'period-before'
      ? {
          whole,
          rows: shiftPeriod(asked, calendarUnits[dimension], -1),
          keysOf: shiftedKeys((key) => keyBefore(dimension, key)),
        }
      : {
          whole,
          rows: yearEarlier(asked, dimension === 'week'),
          keysOf: shiftedKeys((key) => keyYearBefore(dimension, key)),
        };
  };
  return { asked, compared: Object.fromEntries(compare.map((name) => [name, counterpart(name)])) };
}
