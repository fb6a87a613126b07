import { addDays, localDay, startOfDay } from '@forecall/domain';
import { pinyinOf } from '../../platform/names/pinyin.js';
import type { Draw } from '../chance/draw.js';
import { type Department, type Employee, type Leader, organisationZone, type Rep, type Team } from './company.js';
import { personName } from './people-names.js';

/** Those who are spoken of by name: in the sign-ins, in the change of team, in what a naive ranking says. */
export const knownStaff = {
  admin: '孙丽',
  executive: '陈国栋',
  head: 'Mary Osei',
  supervisor: '赵敏',
  billingRep: '李燕',
  salesRep: '王琳',
  hardCasesRep: '周强',
} as const;

const internationalShare = 0.28;

/** Makes people whose names and e-mails differ. */
export class Recruiter {
  private readonly taken = new Set<string>(Object.values(knownStaff));
  private number = 1000;

  constructor(
    private readonly draw: Draw,
    private readonly atMs: number,
  ) {}

  employ(teams: Employee['teams'], known?: string): Employee {
    const name = known ?? this.newName();
    const isChinese = /\p{Script=Han}/u.test(name);
    return {
      id: this.draw.id(this.atMs),
      signInId: this.draw.id(this.atMs),
      name,
      email: this.newEmail(name, isChinese),
      number: `B${(this.number += 1)}`,
      isChinese,
      teams,
      leftOn: null,
    };
  }

  private newName(): string {
    for (;;) {
      const region = this.draw.chance(internationalShare) ? this.draw.pick(['europe', 'americas'] as const) : 'china';
      const { name } = personName(this.draw, region);
      if (this.taken.has(name)) continue;
      this.taken.add(name);
      return name;
    }
  }

  private newEmail(name: string, isChinese: boolean): string {
    const [first = '', ...rest] = (isChinese ? pinyinOf(name, { person: true }).pinyin : name.toLowerCase()).split(' ');
    const local = `${first}.${rest.join('')}`;
    for (let count = 1; ; count += 1) {
      const email = `${local}${count > 1 ? count : ''}@beichen.example`;
      if (this.taken.has(email)) continue;
      this.taken.add(email);
      return email;
    }
  }
}

export interface Staff {
  readonly reps: Rep[];
  readonly leaders: Leader[];
}

export function makeStaff(
  draw: Draw,
  departments: readonly Department[],
  teams: readonly Team[],
  dates: StaffDates,
): Staff {
  const recruiter = new Recruiter(draw.stream('people'), dates.foundedMs);
  const work = draw.stream('work');
  const reps = departments.flatMap((department) => {
    const own = teams.filter((team) => team.department === department);
    return Array.from({ length: department.plan.reps }, (_, place) => {
      const team = own[place % own.length];
      if (!team) throw new Error(`${department.plan.name} has no team.`);
      const known = place === 0 ? knownRep(department) : undefined;
      const employee = recruiter.employ([{ team, fromMs: dates.foundedMs, toMs: null }], known);
      const rep = { ...employee, shift: shiftOf(place), pace: work.between(0.7, 1.4), slips: work.between(0.8, 1.25) };
      // Works no worse than the others; what makes the figures look bad is which matters come to this desk.
      return employee.name === knownStaff.hardCasesRep ? { ...rep, shift: 'day' as const, pace: 1.2, slips: 0.8 } : rep;
    });
  });
  const lead = (role: Leader['role'], leads: Leader['leads'], known?: string): Leader => ({
    ...recruiter.employ([], known),
    role,
    leads,
  });
  const since = { fromMs: dates.foundedMs, toMs: null };
  const leaders = [
    lead('admin', null, knownStaff.admin),
    lead('executive', null, knownStaff.executive),
    ...departments.map((department, place) =>
      lead('head', { ...since, team: null, department }, place === 0 ? knownStaff.head : undefined),
    ),
    ...teams.map((team, place) =>
      lead('supervisor', { ...since, team, department: null }, place === 0 ? knownStaff.supervisor : undefined),
    ),
  ];
  return changedDuringTheYear({ reps, leaders }, teams, recruiter, dates);
}

const knownRep = ({ plan }: Department): string | undefined =>
  ({
    Billing: knownStaff.billingRep,
    'Key account sales': knownStaff.salesRep,
    'Field service': knownStaff.hardCasesRep,
  })[plan.name];

const shiftOf = (place: number): Rep['shift'] => (place % 10 === 9 ? 'night' : place % 5 === 3 ? 'late' : 'day');

export interface StaffDates {
  readonly foundedMs: number;
  readonly nowMs: number;
}

/** The places (in the list of reps) of those who move or leave; 201 have worked here, 200 do. */
const movesWithin = 5;
const movesAcross = 50;

/** Two reps move, one leaves and one supervisor hands over, each at midnight between two days. */
function changedDuringTheYear(
  { reps, leaders }: Staff,
  teams: readonly Team[],
  recruiter: Recruiter,
  dates: StaffDates,
): Staff {
  const daysAgo = (days: number) => addDays(localDay(new Date(dates.nowMs), organisationZone), -days);
  const at = (day: string) => startOfDay(day, organisationZone).getTime();
  const moved = (rep: Rep, team: Team | undefined, day: string): Rep => {
    const [was] = rep.teams;
    if (!was || !team) throw new Error('Who moves leaves one team for another.');
    return {
      ...rep,
      teams: [
        { ...was, toMs: at(day) },
        { team, fromMs: at(day), toMs: null },
      ],
    };
  };
  const newReps = reps.map((rep, place) => {
    if (place === movesWithin) return moved(rep, teams[2], daysAgo(168));
    return place === movesAcross ? moved(rep, teams[1], daysAgo(121)) : rep;
  });
  const softwareTeam = teams.find(({ name }) => name === 'Core system');
  const northChina = teams.find(({ name }) => name === 'North China');
  if (!softwareTeam || !northChina) throw new Error('A team is missing.');
  const leaver: Rep = {
    ...recruiter.employ([{ team: softwareTeam, fromMs: dates.foundedMs, toMs: at(daysAgo(74)) }]),
    leftOn: daysAgo(75),
    shift: 'day',
    pace: 1,
    slips: 1,
  };
  const handover = at(daysAgo(203));
  const newLeaders = leaders.flatMap((leader): Leader[] => {
    if (leader.leads?.team !== northChina) return [leader];
    const successor = { ...recruiter.employ([]), role: leader.role, leads: { ...leader.leads, fromMs: handover } };
    return [{ ...leader, leads: { ...leader.leads, toMs: handover }, leftOn: daysAgo(204) }, successor];
  });
  return { reps: [...newReps, leaver], leaders: newLeaders };
}
