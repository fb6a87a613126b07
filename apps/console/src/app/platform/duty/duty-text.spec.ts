import { dutyTitle, otherOf } from './duty-text.js';

const say = (key: string, values: Record<string, unknown> = {}) =>
  `${key} ${String(values['owner'])} ${String(values['period'])}`;
const duty = { kind: 'appraisal-read', parameters: { period: 'October 2026', periodZh: '2026年10月' } };

describe('the words of a duty', () => {
  it('speak of "your" to whoever it is for, and name anybody else', () => {
    expect(dutyTitle(duty, say, 'en')).toBe('duty.kind.appraisal-read  October 2026');
    expect(dutyTitle({ ...duty, ofOther: 'Lin Wei' }, say, 'zh')).toBe(
      'duty.kind-of-other.appraisal-read Lin Wei 2026年10月',
    );
    expect(dutyTitle({ ...duty, kind: 'appraisal-goal', ofOther: 'Lin Wei' }, say, 'en')).toContain(
      'duty.kind.appraisal-goal',
    );
  });

  it('are of somebody else where it is not one’s own', () => {
    const owner = { name: 'Lin Wei' };
    expect([
      otherOf({ way: 'own', owner }),
      otherOf({ way: 'gone-up', owner }),
      otherOf({ way: 'unit', owner: null }),
    ]).toEqual([...[null, 'Lin Wei', null]]);
  });
});
