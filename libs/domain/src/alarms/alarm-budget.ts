/** A head accepts at most one false alarm in so many days: a week, a month, a quarter, a year. */
export const alarmBudgets = [7, 31, 92, 365] as const;
export type AlarmBudget = (typeof alarmBudgets)[number];

/** What holds where nobody chose. */
export const usualAlarmBudget: AlarmBudget = 31;

/** Why a phase of a chart began: with an explained alarm. Not its note, which is for those who lead there. */
export const alarmReason = (cause: string): string => `alarm:${cause}`;

/** The cause in such a reason; undefined: somebody wrote the reason. */
export const causeInReason = (reason: string): string | undefined => /^alarm:([a-z]+)$/.exec(reason)?.[1];

/** What an alarm is to find: the odds of a complaint doubled. */
export const alarmOddsRatio = 2;
