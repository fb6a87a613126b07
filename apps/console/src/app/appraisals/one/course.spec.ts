import type { Appraisal } from '@forecall/contracts';
import type { Formats } from '../../platform/format/formats.js';
import { courseOf } from './course.js';

const format = {
  dayTime: (at: string) => at,
  day: (day: string) => day,
  today: () => '2026-11-20',
} as unknown as Formats;
const people = {
  appraisal: { appraiser: { name: 'Chen Min' }, subject: { name: 'Lin Wei' } },
  judges: [{ name: 'Ma Li' }],
};
const step = (name: string, at: string) => ({ step: name, at, by: { id: 'a', name: 'Chen Min' }, note: '' });
const course = (stage: string, steps: object[], dueOn: string | null = null, answerBy: string | null = null) =>
  courseOf(
    { ...people, appraisal: { ...people.appraisal, stage, dueOn }, steps, answerBy } as unknown as Appraisal,
    (key) => key,
    format,
  ).map(({ id, state, note }) => `${id} ${state} ${note}`.trim());

describe('the course of an appraisal', () => {
  it('is of three steps where nobody disputes', () => {
    expect(course('draft', [], '2026-12-01')).toEqual([
      ...['write now Chen Minui.clause-commaappraisals.due', 'answer next Lin Wei', 'sign next Ma Li'],
    ]);
    expect(course('given', [step('given', '1')], null, '2026-12-05')).toEqual([
      'write done 1 Chen Min',
      'answer now Lin Weiui.clause-commaappraisals.due',
      'sign next Ma Li',
    ]);
  });

  it('says what is past its day', () => {
    expect(course('given', [step('given', '1')], null, '2026-11-19')[1]).toContain('appraisals.was-due');
    expect(course('given', [step('given', '1')], null, '2026-11-20')[1]).toContain('appraisals.due');
  });

  it('has a decision where it was disputed, and no step is now once it is over', () => {
    const steps = [step('given', '1'), step('disputed', '2')];
    expect(course('disputed', steps).map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
      ...['write done', 'answer done', 'decide now', 'sign next'],
    ]);
    expect(course('missing', steps)).toContain('decide next appraisals.course.not-done');
  });
});
