import type { AlarmWatch } from '@forecall/contracts';

/** From so much of what raises an alarm on, one watches: as on the board. */
export const watchEvidence = 0.5;

/** How many false alarms the chosen budget allows in the time of the record. */
export function allowedFalse({
  baseline,
  budgetDays,
  record,
}: Pick<AlarmWatch, 'baseline' | 'budgetDays' | 'record'>): number {
  const choice = baseline?.choices.find((one) => one.budgetDays === budgetDays);
  return record.days / (choice?.falseAlarmDays ?? budgetDays);
}

/** How much of the past that it takes is there, 0..1: days and contacts both. */
export const learntShare = (of: NonNullable<AlarmWatch['learnt']>): number =>
  Math.min(1, of.days / of.needsDays, of.contacts / of.needsContacts, of.complaints / of.needsComplaints);

/** Under a day in whole hours, at least one; else in days. */
export function timeUntilSeen(days: number): { unit: 'hours' | 'days'; n: number } {
  const hours = Math.max(1, Math.round(days * 24));
  return hours < 24 ? { unit: 'hours', n: hours } : { unit: 'days', n: days };
}
