import type { CallOfMyDay } from '@forecall/contracts';
import { inOrder } from './call-day.service.js';

it('calls of a later day stand by when they are planned, those of this one by what presses', () => {
  const today = '2026-11-22';
  const call = (id: string, changes: Partial<CallOfMyDay>) =>
    ({ id, state: 'planned', isNow: false, from: null, to: null, reasons: ['due'], ...changes }) as CallOfMyDay;
  const ahead = (id: string, time: string, changes: Partial<CallOfMyDay> = {}) =>
    call(id, { onDay: '2026-11-23', slotAt: `2026-11-23T${time}:00Z`, ...changes });
  const calls = [
    ahead('at-risk', '15:00', { reasons: ['at-risk'] }),
    ahead('second', '09:20'),
    ahead('first', '09:00'),
    call('now', { onDay: today, isNow: true, to: '2026-11-22T10:00:00Z' }),
    call('late', { onDay: today, isNow: true, to: '2026-11-22T11:00:00Z', reasons: ['late'] }),
  ];
  expect(inOrder(calls, today).map(({ id }) => id)).toEqual(['late', 'now', 'first', 'second', 'at-risk']);
});
