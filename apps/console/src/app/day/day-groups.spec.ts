import type { DutyEntry } from '@forecall/contracts';
import { dayGroups } from './day-groups.js';

const duty = (id: string, dueAt: string) => ({ id, dueAt }) as DutyEntry;

describe('my day', () => {
  it('is overdue, today and later, without what is empty', () => {
    const duties = [
      duty('a', '2026-11-26T09:00:00Z'),
      duty('b', '2026-11-27T06:59:00Z'),
      duty('c', '2026-11-27T09:00:00Z'),
      duty('d', '2026-11-27T16:00:00Z'),
    ];
    const groups = dayGroups(duties, Date.parse('2026-11-27T07:00:00Z'), 'Asia/Shanghai');
    expect(groups.map(({ standing, duties: held }) => [standing, ...held.map(({ id }) => id)])).toEqual([
      ['overdue', 'a', 'b'],
      ['today', 'c'],
      ['later', 'd'],
    ]);
    expect(dayGroups(duties.slice(2, 3), Date.parse('2026-11-27T07:00:00Z'), 'Asia/Shanghai')).toHaveLength(1);
  });
});
