import type { Coverage, CoveredPerson } from '@forecall/contracts';
import { daysBetween, type ExamStanding, examStandings } from '@forecall/domain';

export type Counts = Readonly<Record<ExamStanding, number>>;

/** Where people stand as the marks of the grid are sorted: who passed first, then what is nearest to it. */
export const gridOrder: readonly ExamStanding[] = examStandings;
/** What stands in the way, the most pressing first. */
export const blockOrder = ['disputed', 'resit', 'due', 'absent', 'booked'] as const;

export const inGridOrder = (people: readonly CoveredPerson[]): CoveredPerson[] =>
  people.toSorted((a, b) => gridOrder.indexOf(a.standing) - gridOrder.indexOf(b.standing));

export function countsOf(people: readonly CoveredPerson[]): Counts {
  const counts = { passed: 0, booked: 0, due: 0, resit: 0, absent: 0, disputed: 0 };
  for (const { standing } of people) counts[standing]++;
  return counts;
}

export const peopleOf = ({ teams }: Pick<Coverage, 'teams'>): CoveredPerson[] => teams.flatMap(({ people }) => people);

export interface Block {
  readonly standing: (typeof blockOrder)[number];
  readonly people: readonly CoveredPerson[];
}

export const blocksOf = (people: readonly CoveredPerson[]): Block[] =>
  blockOrder
    .map((standing) => ({ standing, people: people.filter((one) => one.standing === standing) }))
    .filter((block) => block.people.length > 0);

/** Whether all can have passed by the last day, from what an exam brought so far and how many were marked lately. */
export interface Reach {
  readonly verdict: 'all-passed' | 'over' | 'unknown' | 'reachable' | 'too-slow';
  /** Exams that it takes, failed ones included. */
  readonly exams: number;
  readonly aWeek: number;
  /** Who takes them. */
  readonly people: number;
  /** Exams that have a slot by the last day. */
  readonly booked: number;
  /** Who cannot by the last day: their practice, or the time they were given, is longer. */
  readonly except: readonly CoveredPerson[];
}

/** Whether it can be done at the best pace of the last weeks, or at that of the weeks that are booked. */
export function reachOf(coverage: Coverage, dayOf: (at: string) => string): Reach {
  const { campaign, today, failedOnCritical, recentWeeks } = coverage;
  const left = peopleOf(coverage).filter(({ standing }) => standing !== 'passed');
  const except = left.filter(
    ({ mayFrom, untilOn }) => (mayFrom !== null && mayFrom > campaign.endsOn) || untilOn !== null,
  );
  const to = left.length - except.length;
  const [passed, failed] = [campaign.passed, failedOnCritical.denominator];
  const exams = passed === 0 ? to : Math.round((to * (passed + failed)) / passed);
  const days = daysBetween(today, campaign.endsOn) + 1;
  const aWeek = days > 0 ? Math.ceil((exams * 7) / Math.max(days, 7)) : 0;
  const slots = left
    .flatMap(({ standing, examState, startsAt }) =>
      standing === 'booked' && examState === 'booked' && startsAt !== null ? [dayOf(startsAt)] : [],
    )
    .filter((day) => day >= today && day <= campaign.endsOn);
  const ahead = Map.groupBy(slots, (day) => Math.floor(daysBetween(today, day) / 7));
  const pace = Math.max(0, ...recentWeeks, ...[...ahead.values()].map(({ length }) => length));
  const verdict =
    left.length === 0
      ? 'all-passed'
      : days <= 0
        ? 'over'
        : pace === 0
          ? 'unknown'
          : aWeek <= pace
            ? 'reachable'
            : 'too-slow';
  return { verdict, exams, aWeek, people: to, booked: slots.length, except };
}
