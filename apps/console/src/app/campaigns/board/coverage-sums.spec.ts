import type { Coverage, CoveredPerson } from '@forecall/contracts';
import { blocksOf, countsOf, inGridOrder, reachOf } from './coverage-sums.js';

let n = 0;
const one = (standing: CoveredPerson['standing'], more: Partial<CoveredPerson> = {}): CoveredPerson => ({
  ...{ candidateId: `c${++n}`, staff: { id: `s${n}`, name: `P${n}` }, standing, attempts: 0, examId: null },
  ...{ examState: null, outcome: null, startsAt: null, mayFrom: null, isOutOfAttempts: false },
  ...{ untilOn: null, validUntil: null, ...more },
});
const coverage = (people: CoveredPerson[], more: Partial<Coverage> = {}): Coverage =>
  ({
    ...{ today: '2026-11-23', failedOnCritical: { numerator: 7, denominator: 17 }, recentWeeks: [8, 7, 9, 8] },
    campaign: { endsOn: '2026-12-11', passed: 71, eligible: 86 },
    teams: [{ people }],
    ...more,
  }) as Coverage;
const times = (count: number, standing: CoveredPerson['standing']) =>
  Array.from({ length: count }, () => one(standing));

const dayOf = (at: string): string => at.slice(0, 10);

describe('what a campaign still needs', () => {
  const left = [...times(1, 'disputed'), ...times(4, 'resit'), ...times(4, 'due'), ...times(5, 'booked')];

  it('sorts and counts people by where they stand', () => {
    const people = inGridOrder([one('disputed'), one('due'), one('passed'), one('booked')]);
    expect(people.map(({ standing }) => standing)).toEqual(['passed', 'booked', 'due', 'disputed']);
    expect(countsOf([...times(2, 'passed'), one('absent')])).toMatchObject({ passed: 2, absent: 1, due: 0 });
  });

  it('names what blocks in the order in which it presses, and leaves out who passed', () => {
    const blocks = blocksOf([...left, one('passed'), one('absent')]);
    expect(blocks.map(({ standing, people }) => [standing, people.length])).toEqual([
      ...[
        ['disputed', 1],
        ['resit', 4],
        ['due', 4],
        ['absent', 1],
        ['booked', 5],
      ],
    ]);
  });

  it('says how many exams a week it takes, those that will be failed included', () => {
    // 14 people by 71 passes of 88 exams are 17; in 19 days that is 7 a week.
    expect(reachOf(coverage(left), dayOf)).toMatchObject({ verdict: 'reachable', exams: 17, aWeek: 7, except: [] });
    expect(reachOf(coverage(left, { recentWeeks: [1, 2, 3, 2] }), dayOf).verdict).toBe('too-slow');
    expect(reachOf(coverage(left, { recentWeeks: [0, 0, 0, 0] }), dayOf).verdict).toBe('unknown');
    expect(reachOf(coverage(left, { today: '2026-12-12' }), dayOf).verdict).toBe('over');
    expect(reachOf(coverage(times(2, 'passed')), dayOf).verdict).toBe('all-passed');
  });

  it('takes what is booked by the last day as the coming pace', () => {
    const on = (startsAt: string) => one('booked', { examState: 'booked', startsAt });
    const week = Array.from({ length: 7 }, () => on('2026-11-26T02:00:00Z'));
    const late = on('2026-12-14T02:00:00Z');
    const recentWeeks = [0, 0, 0, 0];
    const people = [...week, late, ...times(6, 'due')];
    expect(reachOf(coverage(people, { recentWeeks }), dayOf)).toMatchObject({
      ...{ verdict: 'reachable', people: 14, exams: 17, aWeek: 7, booked: 7 },
    });
    expect(reachOf(coverage(people.slice(1), { recentWeeks: [1, 0, 0, 0] }), dayOf).verdict).toBe('reachable');
    expect(reachOf(coverage([...week.slice(2), late, ...times(8, 'due')], { recentWeeks }), dayOf).verdict).toBe(
      'too-slow',
    );
  });

  it('leaves out who cannot by the last day', () => {
    const late = [one('resit', { mayFrom: '2026-12-14' }), one('absent', { untilOn: '2026-12-24' })];
    expect(reachOf(coverage([...left, ...late]), dayOf).except).toEqual(late);
  });
});
