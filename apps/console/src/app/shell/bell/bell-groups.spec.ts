import type { NotificationEntry } from '@forecall/contracts';
import { bellGroups } from './bell-groups.js';

const told = (id: string, thing: string, readAt: string | null = null) => ({ id, thing, readAt }) as NotificationEntry;

describe('the bell', () => {
  it('groups by thing, the newest first, unread where one of it is', () => {
    const groups = bellGroups([told('4', 'a', 'read'), told('3', 'b', 'read'), told('2', 'a'), told('1', 'c')]);
    expect(groups.map(({ newest, olderCount, isUnread }) => [newest.id, olderCount, isUnread])).toEqual([
      ['4', 1, true],
      ['3', 0, false],
      ['1', 0, true],
    ]);
  });
});
