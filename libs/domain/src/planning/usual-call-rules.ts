export interface CallRulesByNumber {
  readonly callsPerDay: number;
  readonly slotMinutes: 10 | 15 | 20 | 30;
  readonly earlyDays: number;
  readonly graceDays: number;
  readonly retryMinutes: number;
  readonly triesPerPerson: number;
}

/** What holds for the planning of calls where nobody has set anything: calls a day, minutes, working days, tries. */
export const usualCallRules: CallRulesByNumber = {
  ...{ callsPerDay: 12, slotMinutes: 20, earlyDays: 2, graceDays: 3 },
  ...{ retryMinutes: 180, triesPerPerson: 2 },
};
