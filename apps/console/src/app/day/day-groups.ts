import type { DutyEntry } from '@forecall/contracts';
import { dutyStanding, dutyStandings, type DutyStanding } from '@forecall/domain';

export interface DayGroup {
  readonly standing: DutyStanding;
  readonly duties: readonly DutyEntry[];
}

/** Overdue, today, later; a group that holds nothing is left out. The order within is that of the list. */
export function dayGroups(duties: readonly DutyEntry[], now: number, zone: string): DayGroup[] {
  return dutyStandings
    .map((standing) => ({
      standing,
      duties: duties.filter(({ dueAt }) => dutyStanding(Date.parse(dueAt), now, zone) === standing),
    }))
    .filter((group) => group.duties.length > 0);
}
