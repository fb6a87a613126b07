import type { CallOfMyDay } from '@forecall/contracts';
import { LogContact } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { changeOf } from './call-outbox.js';
import { againOf, contactOf, emptyWrap, isBegun, needsSomebody, wrapFrom } from './wrap.js';

const call = { id: uuid(), account: { id: uuid() } } as CallOfMyDay;
const savedAt = '2026-11-23T07:10:00.000Z';
const of = { call, zone: 'Asia/Shanghai', savedAt };
const empty = emptyWrap(uuid(), uuid());

describe('a call that was made', () => {
  it('is one contact of ours with what came of it', () => {
    const wrap = {
      ...empty,
      ...{ startedAt: '2026-11-23T07:00:00.000Z', score: '4' as const, note: ' Content ', nextOn: '2026-12-01' },
      ...{ hasProblem: true, summary: 'Charged twice', reasonId: uuid(), harm: 'money' as const },
      promise: { what: 'A credit note', day: '2026-11-24', time: '17:00', owner: null },
    };
    const contact = LogContact.parse(contactOf(wrap, of));
    expect(contact).toMatchObject({
      ...{ id: wrap.id, purpose: 'proactive', direction: 'out', outcome: 'handled', note: 'Content' },
      ...{ accountId: call.account.id, personId: wrap.personId, startedAt: wrap.startedAt, endedAt: savedAt },
      plannedCall: { id: call.id, score: 4, nextOn: '2026-12-01' },
      promise: { what: 'A credit note', dueAt: '2026-11-24T09:00:00.000Z' },
      complaint: { summary: 'Charged twice', severity: 'money', foundByUs: true },
    });
  });

  it('without an answer takes no time and tells nothing of satisfaction', () => {
    const contact = LogContact.parse(contactOf({ ...empty, outcome: 'not-reached', score: '1' }, of));
    expect(contact).toMatchObject({ outcome: 'not-reached', startedAt: savedAt, plannedCall: { score: null } });
    expect(contact.complaint).toBeNull();
    expect(contact.promise).toBeUndefined();
  });

  it('never ends before it began, whatever the clock of the computer did', () => {
    expect(contactOf({ ...empty, startedAt: '2026-11-23T08:00:00.000Z' }, of).startedAt).toBe(savedAt);
  });
});

it('a call that is stored says what the plan had done with it meanwhile', () => {
  const [callId, complaint] = [uuid(), { id: uuid(), number: 'C-26-1' }];
  const of = (plannedCallId: string | null | undefined, found = false) =>
    changeOf({ callId }, { plannedCallId, complaint: found ? complaint : null });
  expect([changeOf({ callId }, null), of(undefined), of(callId)]).toEqual([null, null, null]);
  expect([of(null), of(uuid()), of(null, true)]).toEqual(['taken', 'other', 'taken-complaint']);
});

describe('what is filled in', () => {
  it('is begun with the call or the first entry', () => {
    expect(isBegun(empty)).toBe(false);
    expect(isBegun({ ...empty, note: 'x' })).toBe(true);
    expect(isBegun({ ...empty, startedAt: savedAt })).toBe(true);
    expect([empty, { ...empty, score: '3' as const }].map(needsSomebody)).toEqual([false, true]);
  });

  it('comes back as it was kept, with what an older release did not know left empty', () => {
    expect(wrapFrom({ id: empty.id, note: 'x', other: 1 })).toEqual({ ...emptyWrap(empty.id), note: 'x' });
    expect([wrapFrom(null), wrapFrom({ note: 'x' })]).toEqual([null, null]);
  });
});

it('who was not reached is called again when the plan says, and not on a day that was not theirs', () => {
  const day = '2026-11-22';
  const slotAt = '2026-11-23T01:20:00.000Z';
  const again = (changes: Partial<CallOfMyDay>) =>
    againOf(call.id, { day, calls: [{ id: call.id, from: null, person: null, slotAt, ...changes } as CallOfMyDay] });
  expect(again({ onDay: '2026-11-23' })).toEqual({ at: slotAt, person: null, isPlanned: true });
  expect(again({ onDay: day })).toBeUndefined();
  expect(again({ onDay: day, from: savedAt })).toEqual({ at: savedAt, person: null, isPlanned: false });
  expect(againOf(uuid(), { day, calls: [] })).toBeUndefined();
});
