import { type AlarmBaseline, alarmOddsRatio } from '@forecall/domain';
import type { BaselineColumns, Choice } from './baseline.query.js';
import type { Past } from './past.js';

/** What is usual is read from so many days at most, and read anew when it is so old. */
export const [pastDays, renewDays] = [182, 28];

/** A simulated baseline as it is kept. */
export const columnsOf = (
  departmentId: string,
  past: Past,
  made: AlarmBaseline,
): Omit<BaselineColumns, 'id' | 'restartedOn'> => ({
  ...{ departmentId, usual: made.usual, strength: Number.isFinite(made.strength) ? made.strength : null },
  ...{ contactsPerDay: made.contactsPerDay, oddsRatio: alarmOddsRatio, choices: made.choices as Choice[] },
  ...{ pastFrom: past.from, pastTo: past.to, pastContacts: past.contacts, pastComplaints: past.complaints },
});
