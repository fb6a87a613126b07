import type { StoredStep } from './appraisal.query.js';
import { stepsSeen } from './steps-seen.js';

const handed = (before: string, note: string): StoredStep => ({
  ...{ step: 'handed', at: '2026-10-01T01:00:00.000Z', by: null, note, before, changes: [] },
});
const given: StoredStep = { ...handed('', 'Good'), step: 'given', before: null };

describe('the steps of an appraisal', () => {
  it('say from whom to whom it went', () => {
    const steps = stepsSeen([handed('A', 'Left'), handed('B', 'Ill'), given], { appraiser: 'C', isSubject: false });
    expect(steps.map(({ before, after }) => [before, after])).toEqual([
      ['A', 'B'],
      ['B', 'C'],
      [null, null],
    ]);
    expect(steps.map(({ note }) => note)).toEqual(['Left', 'Ill', 'Good']);
  });

  it('do not say why to whom it is about; what is said to them stays', () => {
    const steps = stepsSeen([handed('A', 'Left'), given], { appraiser: 'B', isSubject: true });
    expect(steps.map(({ note, after }) => [note, after])).toEqual([
      ['', 'B'],
      ['Good', null],
    ]);
  });
});
