import { assignAppraisals, type MemberThen, type TeamThen } from './appraisal-assignment.js';
import { appraisalStepFault } from './appraisal-course.js';
import { cyclePeriod, lastPeriod } from './appraisal-cycle.js';
import { appraisalFaults, meanRating } from './appraisal-form.js';
import { followedThrough } from './coaching.js';
import type { Reading } from './scorecard.js';
import { upwardItems, upwardMeans, type UpwardItem } from './upward.js';

describe('a cycle of appraisals', () => {
  it('has a period that begins where its kind begins', () => {
    expect(cyclePeriod('month', '2026-02-01')).toEqual({ from: '2026-02-01', to: '2026-03-01' });
    expect(cyclePeriod('quarter', '2026-10-01')).toEqual({ from: '2026-10-01', to: '2027-01-01' });
    expect(cyclePeriod('half-year', '2026-07-01')).toEqual({ from: '2026-07-01', to: '2027-01-01' });
    expect(cyclePeriod('year', '2026-01-01')).toEqual({ from: '2026-01-01', to: '2027-01-01' });
    for (const [kind, from] of [
      ['month', '2026-02-02'],
      ['quarter', '2026-02-01'],
      ['half-year', '2026-04-01'],
      ['year', '2026-07-01'],
    ] as const)
      expect(cyclePeriod(kind, from)).toBeNull();
  });

  it('looks back on the last period that is over', () => {
    expect(lastPeriod('month', '2026-01-31')).toEqual({ from: '2025-12-01', to: '2026-01-01' });
    expect(lastPeriod('quarter', '2026-11-29')).toEqual({ from: '2026-07-01', to: '2026-10-01' });
    expect(lastPeriod('half-year', '2026-07-01')).toEqual({ from: '2026-01-01', to: '2026-07-01' });
    expect(lastPeriod('year', '2026-12-31')).toEqual({ from: '2025-01-01', to: '2026-01-01' });
  });
});

describe('the course of an appraisal', () => {
  it('lets the member speak before it is signed, or their time pass', () => {
    expect(appraisalStepFault('draft', 'given', false)).toBeNull();
    expect(appraisalStepFault('draft', 'signed', true)).toBe('out-of-turn');
    expect(appraisalStepFault('given', 'signed', false)).toBe('awaits-answer');
    expect(appraisalStepFault('given', 'signed', true)).toBeNull();
    expect(appraisalStepFault('agreed', 'signed', false)).toBeNull();
    expect(appraisalStepFault('disputed', 'signed', true)).toBe('out-of-turn');
    expect(appraisalStepFault('disputed', 'decided', false)).toBeNull();
    expect(appraisalStepFault('agreed', 'disputed', false)).toBe('out-of-turn');
  });

  it('never leaves a signature, nor the close of its cycle', () => {
    for (const step of ['given', 'agreed', 'disputed', 'decided', 'signed', 'missing'] as const) {
      expect(appraisalStepFault('signed', step, true)).toBe('out-of-turn');
      expect(appraisalStepFault('missing', step, true)).toBe('out-of-turn');
    }
  });
});

describe('what an appraiser writes', () => {
  const form = { indicators: {}, competencies: {}, comment: '', goals: [] };
  const asked = {
    ...{ indicators: [{ id: 'csat', reading: 'met' as Reading }], competencyIds: ['talk'], openGoals: ['g'] },
    ...{ to: '2026-10-01', today: '2026-10-20' },
  };

  it('is whole before it is given', () => {
    expect(appraisalFaults(form, asked).map(({ path }) => path)).toEqual([
      ...['indicators.csat', 'competencies.talk', 'comment', 'lastGoals.g'],
    ]);
    const goals = [
      { id: 'a', text: ' ', dueOn: '2026-09-30' },
      { id: 'b', text: 'Call back on the same day', dueOn: '2028-10-02' },
      { id: 'c', text: 'Write it down', dueOn: '2026-10-19' },
      { id: 'd', text: 'Ask on', dueOn: '2026-10-20' },
    ];
    const rated = { csat: { rating: 3, comment: '' } };
    const whole = { indicators: rated, competencies: { talk: rated.csat }, comment: 'Steady.', goals };
    expect(appraisalFaults(whole, { ...asked, openGoals: [] }).map(({ path, code }) => `${path} ${code}`)).toEqual([
      ...['goals.0.text goal-empty', 'goals.0.dueOn goal-in-period', 'goals.1.dueOn goal-too-far'],
      'goals.2.dueOn goal-past',
    ]);
    expect(appraisalFaults({ ...whole, goals: [] }, { ...asked, openGoals: [] })).toEqual([]);
  });

  it('says why where it is rated against what the figure says', () => {
    const codes = (reading: Reading, rating: number, comment = '') =>
      appraisalFaults(
        { indicators: { csat: { rating, comment } }, competencies: {}, comment: 'Steady.', goals: [] },
        { ...asked, indicators: [{ id: 'csat', reading }], competencyIds: [], openGoals: [] },
      ).map(({ code }) => code);
    expect(codes('met', 1)).toEqual(['rated-against']);
    expect(codes('missed', 5, ' ')).toEqual(['rated-against']);
    expect(codes('met', 1, 'By luck: see the third of May')).toEqual([]);
    for (const [reading, rating] of [
      ['met', 2],
      ['met', 5],
      ['missed', 1],
      ['close', 5],
    ] as const)
      expect(codes(reading, rating)).toEqual([]);
  });

  it('has a mean of what is rated, by weight', () => {
    const lines = [
      { weight: 2, rating: 5 },
      { weight: 1, rating: 2 },
      { weight: 9, rating: null },
    ];
    expect(meanRating(lines)).toEqual({ mean: 4, rated: 2, of: 3 });
    expect(meanRating([{ weight: 1, rating: null }])).toEqual({ mean: null, rated: 0, of: 1 });
  });
});

describe('who appraises whom', () => {
  const team = (over: Partial<TeamThen> = {}): TeamThen => ({
    ...{ id: 't', departmentId: 'd', supervisorId: 'sup', headId: 'head' },
    ...{ team: { leader: 'sup', standIns: ['beside'] }, department: { leader: 'head', standIns: [] } },
    ...over,
  });
  const member = (staffId: string, over: Partial<MemberThen> = {}): MemberThen => ({
    ...{ staffId, teamId: 't', days: 92, isThere: true },
    ...over,
  });
  const options = { executives: ['boss'], minimumDays: 15 };
  const how = (teams: readonly TeamThen[], members: readonly MemberThen[]) =>
    assignAppraisals(teams, members, options).assigned.map(
      ({ kind, subjectId, appraiserId, how: way }) => `${kind} ${subjectId} by ${appraiserId} (${way})`,
    );

  it('is the supervisor of the team, and of the supervisor the head', () => {
    expect(how([team()], [member('rep')])).toEqual(['rep rep by sup (supervisor)', 'supervisor sup by head (head)']);
  });

  it('is a stand-in, then the head, then an executive, where somebody is missing', () => {
    const empty = { leader: null, standIns: [] };
    const without = { supervisorId: null, team: { leader: null, standIns: ['beside'] } };
    expect(how([team(without)], [member('rep')])).toEqual(['rep rep by beside (stand-in)']);
    expect(how([team({ ...without, team: empty })], [member('rep')])).toEqual(['rep rep by head (head)']);
    expect(how([team({ supervisorId: null, team: empty, department: empty })], [member('rep')])).toEqual([
      'rep rep by boss (executive)',
    ]);
  });

  it('is never oneself, nor somebody under the head', () => {
    expect(how([team()], [member('sup'), member('beside')])).toEqual([
      ...['rep sup by beside (stand-in)', 'rep beside by sup (supervisor)', 'supervisor sup by head (head)'],
    ]);
    const ofHead = team({ supervisorId: 'head', team: { leader: 'head', standIns: [] } });
    expect(how([ofHead], [member('head')])).toEqual([
      ...['rep head by boss (executive)', 'supervisor head by boss (executive)'],
    ]);
    const alone = { executives: ['head'], minimumDays: 15 };
    expect(assignAppraisals([ofHead], [member('head')], alone).leftOut.map(({ why }) => why)).toEqual([
      ...['no-appraiser', 'no-appraiser'],
    ]);
  });

  it('leaves out who left before the end or was there too short', () => {
    const { assigned, leftOut } = assignAppraisals(
      [team({ supervisorId: null })],
      [member('gone', { isThere: false }), member('new', { days: 14 }), member('just', { days: 15 })],
      options,
    );
    expect(assigned.map(({ subjectId }) => subjectId)).toEqual(['just']);
    expect(leftOut.map(({ staffId, why }) => `${staffId} ${why}`)).toEqual(['gone left', 'new short']);
  });

  it('is once for whoever leads two teams', () => {
    expect(how([team(), team({ id: 'u' })], [])).toEqual(['supervisor sup by head (head)']);
  });
});

describe('figures of a cycle', () => {
  it('say how far coaching was followed through', () => {
    const goals = [
      { dueOn: '2026-10-31', lookedOn: '2026-10-31' },
      { dueOn: '2026-10-31', lookedOn: '2026-11-01' },
      { dueOn: '2026-10-31', lookedOn: null },
    ];
    expect(followedThrough(goals)).toEqual({ numerator: 1, denominator: 3, value: 1 / 3 });
    expect(followedThrough([]).value).toBeNull();
  });

  it('say what a team thinks from four answers on', () => {
    const sums = Object.fromEntries(upwardItems.map((item) => [item, 14])) as Record<UpwardItem, number>;
    expect(upwardMeans(sums, 3)).toBeNull();
    expect(upwardMeans(sums, 4)?.listens).toBe(3.5);
  });
});
