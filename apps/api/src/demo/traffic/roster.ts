import type { Draw } from '../chance/draw.js';
import { type Department, holds, type Reason, type Rep } from '../company/company.js';
import { knownStaff } from '../company/make-staff.js';
import { hardReasons } from '../company/reason-plan.js';
import { isWorkDay } from './working-day.js';

const hourMs = 3_600_000;
/** The organisation's zone has had no summer time since 1991. */
const offsetHours = 8;

const shifts: Readonly<Record<Rep['shift'], (hour: number) => boolean>> = {
  day: (hour) => hour >= 8 && hour < 18,
  late: (hour) => hour >= 13 && hour < 23,
  night: (hour) => hour >= 22 || hour < 9,
};

/**
 * Who is on duty, and who of them takes a contact.
 *
 * One rep is treated unfairly by a naive ranking: dispatch gives most of the two hardest matters of the department to
 * this desk and hardly anything else. Those matters end in complaints about twelve times as often as the easy ones,
 * whoever handles them, and this rep handles them rather better than others (`slips` 0.8). So the complaints that
 * concern this rep per contact are the worst of all reps, and within the same reasons they are not.
 */
export class Roster {
  private readonly duty = new Map<string, Rep[]>();
  private readonly members = new Map<string, Rep[]>();

  constructor(private readonly reps: readonly Rep[]) {}

  whoTakes(draw: Draw, department: Department, reason: Reason | null, atMs: number): Rep {
    return draw.weighted(this.onDuty(department, Math.floor(atMs / hourMs)), (rep) => rep.pace * share(rep, reason));
  }

  private onDuty(department: Department, hour: number): Rep[] {
    const key = `${department.place} ${hour}`;
    const known = this.duty.get(key) ?? this.atWork(department, hour);
    this.duty.set(key, known);
    return known;
  }

  private atWork(department: Department, hour: number): Rep[] {
    const localHour = hour + offsetHours;
    const today = this.comingIn(department, Math.floor(localHour / 24));
    const present = today.filter((rep) => shifts[rep.shift](localHour % 24));
    return present.length > 0 ? present : today;
  }

  /** Who works on that day (days since 1970, in the organisation's zone). On days of rest one in four does, in turn. */
  private comingIn(department: Department, day: number): Rep[] {
    const key = `${department.place} ${day}`;
    const known = this.members.get(key);
    if (known) return known;
    const atMs = (day * 24 - offsetHours) * hourMs;
    const members = this.reps.filter(({ teams }) =>
      teams.some((membership) => membership.team.department === department && holds(membership, atMs)),
    );
    const isWork = isWorkDay(new Date(day * 24 * hourMs).toISOString().slice(0, 10), 'china');
    const inTurn = members.filter((_, place) => place % 4 === day % 4);
    const chosen = isWork || inTurn.length === 0 ? members : inTurn;
    this.members.set(key, chosen);
    return chosen;
  }
}

function share(rep: Rep, reason: Reason | null): number {
  if (rep.name !== knownStaff.hardCasesRep) return 1;
  return reason && hardReasons.some((hard) => hard === reason.plan.en) ? 26 : 0.08;
}
