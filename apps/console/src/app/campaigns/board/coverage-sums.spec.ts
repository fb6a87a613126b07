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
    expect(reachOf(coverage(left))).toMatchObject({ verdict: 'reachable', exams: 17, aWeek: 7, except: [] });
    expect(reachOf(coverage(left, { recentWeeks: [1, 2, 3, 2] })).verdict).toBe('too-slow');
    expect(reachOf(coverage(left, { recentWeeks: [0, 0, 0, 0] })).verdict).toBe('unknown');
    expect(reachOf(coverage(left, { today: '2026-12-12' })).verdict).toBe('over');
    expect(reachOf(coverage(times(2, 'passed'))).verdict).toBe('all-passed');
  });

  it('leaves out who cannot by the last day', () => {
    const late = [one('resit', { mayFrom: '2026-12-14' }), one('absent', { untilOn: '2026-12-24' })];
    expect(reachOf(coverage([...left, ...late])).except).toEqual(late);
  });
});
