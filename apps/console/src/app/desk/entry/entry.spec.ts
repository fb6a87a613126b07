import type { Customer } from '../customer/customer.js';
import { contactOf, emptyEntry, fieldAt, isInEntry, missingIn } from './entry.js';

const empty = emptyEntry('0199c0de-0000-7000-8000-00000000000a');

describe('an entry of the desk', () => {
  it('needs a reason and an ending', () => {
    expect(missingIn(empty)).toEqual(['reasonId', 'ending']);
    expect(missingIn({ ...empty, reasonId: 'r', ending: 'solved' })).toEqual([]);
  });

  it('is not begun by what stands there already, as by the undo of a browser in an empty field', () => {
    expect(isInEntry(empty, { note: '' })).toBe(true);
    expect(isInEntry(empty, { note: 'C' })).toBe(false);
  });

  it('needs words for a complaint', () => {
    expect(missingIn({ ...empty, reasonId: 'r', ending: 'complaint', note: '  ' })).toEqual(['note']);
    expect(missingIn({ ...empty, reasonId: 'r', ending: 'complaint', note: 'charged twice' })).toEqual([]);
  });

  it('is sent under its own id, from its begin to its end', () => {
    const entry = { ...empty, startedAt: '2026-11-23T06:30:00.000Z', reasonId: 'r', ending: 'follow-up' as const };
    expect(contactOf(entry, '2026-11-23T06:33:42.000Z')).toMatchObject({
      id: empty.id,
      startedAt: '2026-11-23T06:30:00.000Z',
      endedAt: '2026-11-23T06:33:42.000Z',
      accountId: null,
      resolved: false,
    });
    expect(contactOf(entry, '2026-11-23T06:33:42.000Z').complaint).toBeUndefined();
  });

  it('never begins after its end, though the clock was put right in between', () => {
    const entry = { ...empty, startedAt: '2026-11-23T09:30:00.000Z' };
    expect(contactOf(entry, '2026-11-23T06:33:42.000Z').startedAt).toBe('2026-11-23T06:33:42.000Z');
  });

  it('is a complaint when it ended as one', () => {
    const entry = { ...empty, ending: 'complaint' as const, note: ' charged twice ', harm: 'money' as const };
    expect(contactOf(entry, '2026-11-23T06:33:42.000Z').complaint).toEqual({
      summary: 'charged twice',
      remedySought: '',
      severity: 'money',
      repConcernedId: null,
      repeatOfId: null,
    });
  });

  it('repeats a complaint of the same account only', () => {
    const repeatOf = { id: 'k', accountId: 'a' };
    const complaint = (accountId: string) => {
      const customer = { accountId, personId: null, account: null, person: null } as unknown as Customer;
      return contactOf({ ...empty, ending: 'complaint', repeatOf, customer }, '2026-11-23T06:33:42.000Z').complaint;
    };
    expect([complaint('a')?.repeatOfId, complaint('b')?.repeatOfId]).toEqual(['k', null]);
  });

  it('promises something to somebody, due on the clock of the organisation', () => {
    const promise = { what: 'A credit note', day: '2026-11-24', time: '17:00', owner: null };
    expect(missingIn({ ...empty, reasonId: 'r', ending: 'solved', promise })).toEqual(['customer']);
    expect(contactOf({ ...empty, promise }, '2026-11-23T06:33:42.000Z', 'Asia/Shanghai').promise).toEqual({
      ...{ what: 'A credit note', dueAt: '2026-11-24T09:00:00.000Z', ownerId: null },
    });
    expect(contactOf(empty, '2026-11-23T06:33:42.000Z').promise).toBeUndefined();
    expect(['promise', 'promise.dueAt'].map(fieldAt)).toEqual(['customer', 'promise.day']);
  });

  it('may not have reached anybody, and needs no reason then', () => {
    const entry = { ...empty, direction: 'out' as const, ending: 'not-reached' as const };
    expect(missingIn(entry)).toEqual([]);
    expect(contactOf(entry, '2026-11-23T06:33:42.000Z')).toMatchObject({ outcome: 'not-reached', resolved: null });
  });

  it('has the times of its call, and what follows the hang-up as wrap-up', () => {
    const call = {
      id: '0199c0de-0000-7000-8000-00000000000b',
      direction: 'in' as const,
      phone: '0755 2601 8840',
      queue: 'Billing',
      startedAt: '2026-11-23T06:30:00.000Z',
      answeredAt: '2026-11-23T06:30:14.000Z',
      endedAt: '2026-11-23T06:34:14.000Z',
      waitSeconds: 14,
      talkSeconds: 240,
    };
    const entry = { ...empty, startedAt: call.startedAt, reasonId: 'r', ending: 'solved' as const, call };
    expect(contactOf(entry, '2026-11-23T06:34:44.000Z')).toMatchObject({
      callId: call.id,
      startedAt: call.startedAt,
      endedAt: call.endedAt,
      waitSeconds: 14,
      talkSeconds: 240,
      wrapSeconds: 30,
    });
    const talking = { ...entry, call: { ...call, endedAt: null, talkSeconds: null } };
    const saved = contactOf(talking, '2026-11-23T06:33:00.000Z');
    expect(saved).toMatchObject({ endedAt: '2026-11-23T06:33:00.000Z', talkSeconds: null });
    expect(saved.wrapSeconds).toBeUndefined();
  });

  it('shows what the server says at the field it is about', () => {
    expect(fieldAt('personId')).toBe('customer');
    expect(fieldAt('complaint.summary')).toBe('note');
    expect(fieldAt('endedAt')).toBeUndefined();
  });
});
