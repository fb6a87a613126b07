import {
  assignAppraisals,
  type CycleKind,
  type CyclePeriod,
  cyclePeriod,
  localDay,
  startOfDay,
} from '@forecall/domain';
import type { Sql } from '../../platform/database/database.js';
import { badField } from '../../platform/http/problem.js';
import { executivesNow, membersThen, teamsThen, type Then } from './organisation-then.query.js';

/** The period of a cycle; refused where none begins on that day, and where it is not over. */
export function periodThatIsOver({ kind, from }: { kind: CycleKind; from: string }, today: string): CyclePeriod {
  const period = cyclePeriod(kind, from);
  if (!period) throw badField({ path: 'from', code: 'no-period', message: `no ${kind} begins on ${from}` });
  if (period.to > today) throw badField({ path: 'from', code: 'period-not-over', message: `is over on ${period.to}` });
  return period;
}

export const thenOf = (
  { from, to }: CyclePeriod,
  { zone, ...now }: { zone: string; today: string; writeBy: string },
): Then => ({ start: startOfDay(from, zone), end: startOfDay(to, zone), ...now });

/** Who appraises whom, from the organisation of the period's last day, and who is left out. */
export async function assignedThen(sql: Sql, then: Then, minimumDays: number) {
  const [teams, members, executives] = [
    await teamsThen(sql, then),
    await membersThen(sql, then),
    await executivesNow(sql),
  ];
  return assignAppraisals(teams, members, { executives, minimumDays });
}

export async function todayOf(sql: Sql): Promise<{ zone: string; today: string }> {
  const row = await sql.first<{ zone: string }>('SELECT zone FROM organisation');
  const zone = row?.zone ?? 'UTC';
  return { zone, today: localDay(new Date(), zone) };
}
