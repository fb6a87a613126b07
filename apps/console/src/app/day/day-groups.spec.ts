import type { DutyEntry } from '@forecall/contracts';
import { dayGroups } from './day-groups.js';

const duty = (id: string, dueAt: string) => ({ id, dueAt }) as DutyEntry;

describe('my day', () => {
  it('is overdue, today and later, without what is empty', () => {
    const duties = [
      duty('a', '2026-11-26T09:00:00Z'),
      duty('b', '2026-11-27T06:59:00Z'),
      duty('c', '2026-11-27T09:00:00Z'),
      duty('d', '2026-11-27T16:01:00Z'),
    ];
    const groups = dayGroups({ duties }, Date.parse('2026-11-27T07:00:00Z'), 'Asia/Shanghai');
    expect(groups.map(({ standing, duties: held }) => [standing, ...held.map(({ id }) => id)])).toEqual([
      ['overdue', 'a', 'b'],
      ['today', 'c'],
      ['later', 'd'],
    ]);
    expect(dayGroups({ duties: duties.slice(2, 3) }, Date.parse('2026-11-27T07:00:00Z'), 'Asia/Shanghai')).toHaveLength(
      1,
    );
  });

  it('counts calls of others that went up where the first of them stands', () => {
    const owner = { id: 'x', name: 'Zhang Wei' };
    const lateCalls = [{ owner, count: 12, dueAt: '2026-11-24T16:00:00Z' }];
    const groups = dayGroups({ duties: [], lateCalls }, Date.parse('2026-11-27T07:00:00Z'), 'Asia/Shanghai');
    expect(groups).toEqual([{ standing: 'overdue', lateCalls, duties: [], count: 12 }]);
  });
});
