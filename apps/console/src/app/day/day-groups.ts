import type { DutyEntry, DutyList } from '@forecall/contracts';
import { dutyStanding, dutyStandings, type DutyStanding } from '@forecall/domain';

export interface DayGroup {
  readonly standing: DutyStanding;
  /** Calls of others that went up, by their callers. */
  readonly lateCalls: DutyList['lateCalls'];
  readonly duties: readonly DutyEntry[];
  readonly count: number;
}

interface OfDay {
  readonly duties: readonly DutyEntry[];
  readonly lateCalls?: DutyList['lateCalls'];
}

/** Overdue, today, later; a group that holds nothing is left out. The order within is that of the list. */
export function dayGroups({ duties, lateCalls = [] }: OfDay, now: number, zone: string): DayGroup[] {
  return dutyStandings
    .map((standing) => {
      const within = <One extends { readonly dueAt: string }>(some: readonly One[]) =>
        some.filter(({ dueAt }) => dutyStanding(Date.parse(dueAt), now, zone) === standing);
      const [late, held] = [within(lateCalls), within(duties)];
      const count = late.reduce((sum, one) => sum + one.count, held.length);
      return { standing, lateCalls: late, duties: held, count };
    })
    .filter(({ count }) => count > 0);
}
