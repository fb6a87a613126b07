import { pastFrom } from './past.js';

const days = (contacts: readonly number[]) =>
  contacts.map((count, n) => ({ day: `2026-11-${10 + n}`, contacts: count, complaints: Math.floor(count / 10) }));

describe('the past of a department', () => {
  it('begins with the first contact and keeps days without one', () => {
    expect(pastFrom(days([0, 0, 20, 0, 30]))).toMatchObject({
      ...{ from: '2026-11-12', to: '2026-11-14', contacts: 50, complaints: 5, usual: 5.5 / 51 },
      days: [{ contacts: 20 }, { contacts: 0 }, { contacts: 30 }],
    });
    expect(pastFrom(days([0, 0]))).toBeUndefined();
    expect(pastFrom([])).toBeUndefined();
  });

  it('leaves out the days of what was explained, and keeps their places in the week', () => {
    const past = pastFrom(days([20, 90, 90, 30]), [{ from: '2026-11-11', to: '2026-11-12' }]);
    expect(past).toMatchObject({ contacts: 50, complaints: 5, days: [{ contacts: 20 }, null, null, { contacts: 30 }] });
  });
});
