/** A head accepts at most one false alarm in so many days: a week, a month, a quarter, a year. */
export const alarmBudgets = [7, 31, 92, 365] as const;
export type AlarmBudget = (typeof alarmBudgets)[number];

/** What holds where nobody chose. */
export const usualAlarmBudget: AlarmBudget = 31;

/** What an alarm is to find: the odds of a complaint doubled. */
export const alarmOddsRatio = 2;
