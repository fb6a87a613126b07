import { addDays, localDay, startOfDay } from '@forecall/domain';
import type { Draw } from '../chance/draw.js';
import { type Company, organisationZone } from './company.js';
import { departmentPlans } from './department-plan.js';
import { makeAccounts } from './make-accounts.js';
import { makeReasons } from './make-reasons.js';
import { makeStaff } from './make-staff.js';

const yearsOld = 3;

/** The same company for the same seed and day; its dates count back from `nowMs`. */
export function makeCompany(draw: Draw, nowMs: number): Company {
  const today = localDay(new Date(nowMs), organisationZone);
  const foundedMs = startOfDay(addDays(today, -365 * yearsOld), organisationZone).getTime();
  const dates = { foundedMs, nowMs };
  const ids = draw.stream('units');
  const id = ids.id(foundedMs);
  const departments = departmentPlans.map((plan, place) => ({ id: ids.id(foundedMs), place, plan }));
  const teams = departments.flatMap((department) =>
    department.plan.teams.map(([name, nameZh]) => ({ id: ids.id(foundedMs), department, name, nameZh })),
  );
  const { reps, leaders } = makeStaff(draw.stream('staff'), departments, teams, dates);
  return {
    id,
    foundedMs,
    departments,
    teams,
    reps,
    leaders,
    reasonGroups: makeReasons(draw.stream('reasons'), departments, foundedMs),
    accounts: makeAccounts(draw.stream('accounts'), reps, dates),
  };
}
