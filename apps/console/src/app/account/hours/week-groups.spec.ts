import { isWithin, weekGroups } from './week-groups.js';

const office = [{ fromMinute: 540, toMinute: 1020 }];
const morning = [{ fromMinute: 540, toMinute: 720 }];

describe('hours of a week', () => {
  it('are said by neighbouring days with the same hours, without days off', () => {
    expect(weekGroups([office, office, [], office, morning, [], []])).toEqual([
      { first: 1, last: 2, hours: '09:00–17:00' },
      { first: 4, last: 4, hours: '09:00–17:00' },
      { first: 5, last: 5, hours: '09:00–12:00' },
    ]);
    expect(weekGroups([[], [], [], [], [], [], []])).toEqual([]);
  });

  it('hold from their first minute until before their last, on their own day', () => {
    const week = [office, [], [], [], [], [], morning];
    expect(isWithin(week, { weekday: 1, minute: 540 })).toBe(true);
    expect(isWithin(week, { weekday: 1, minute: 1020 })).toBe(false);
    expect(isWithin(week, { weekday: 2, minute: 600 })).toBe(false);
    expect(isWithin(week, { weekday: 0, minute: 600 })).toBe(true);
  });
});
