import { complaintFoundByUs, type ContactFacts, contactFaults } from './contact-fault.js';

const start = Date.UTC(2026, 10, 20, 6, 30);

/** An ordinary inbound call of five minutes, changed as given. */
const call = (changes: Partial<ContactFacts> = {}): ContactFacts => ({
  channel: 'phone',
  direction: 'in',
  purpose: 'service',
  outcome: 'handled',
  startedAt: start,
  endedAt: start + 300_000,
  ...changes,
});
const codes = (changes: Partial<ContactFacts>) =>
  contactFaults(call(changes)).map(({ path, code }) => `${path} ${code}`);

describe('what contradicts itself in a contact', () => {
  it('is nothing in an ordinary call, an abandoned one, a letter and a call that reached nobody', () => {
    expect(codes({ waitSeconds: 14, talkSeconds: 222, holdSeconds: 30, resolved: true })).toEqual([]);
    expect(codes({ outcome: 'abandoned-in-queue', waitSeconds: 40 })).toEqual([]);
    expect(codes({ outcome: 'abandoned-in-menu', talkSeconds: 0 })).toEqual([]);
    expect(codes({ channel: 'letter', endedAt: start })).toEqual([]);
    expect(codes({ channel: 'email', startedAt: start - 89 * 86_400_000 })).toEqual([]);
    expect(codes({ direction: 'out', purpose: 'proactive', outcome: 'not-reached' })).toEqual([]);
  });

  it.each<[string, Partial<ContactFacts>, string]>([
    ['an end before the start', { endedAt: start - 1 }, 'endedAt ended-before-started'],
    ['a start 91 days before', { startedAt: start - 91 * 86_400_000 }, 'startedAt started-too-early'],
    ['an abandoned call of ours', { direction: 'out', outcome: 'abandoned-in-queue' }, 'outcome outcome-of-inbound'],
    ['a caller who was not reached', { outcome: 'not-reached' }, 'outcome outcome-of-outbound'],
    ['a proactive call that came in', { purpose: 'proactive' }, 'direction proactive-is-outbound'],
    ['an abandoned letter', { channel: 'letter', outcome: 'abandoned-in-queue' }, 'outcome channel-without-queue'],
    ['a wait for a letter', { channel: 'letter', waitSeconds: 5 }, 'waitSeconds channel-without-queue'],
    ['a wait in a call of ours', { direction: 'out', waitSeconds: 5 }, 'waitSeconds channel-without-queue'],
    ['talk in an abandoned call', { outcome: 'abandoned-in-queue', talkSeconds: 9 }, 'talkSeconds nobody-talked'],
    [
      'a resolved call that reached nobody',
      { direction: 'out', outcome: 'not-reached', resolved: true },
      'resolved nobody-talked',
    ],
    ['more talk than time', { talkSeconds: 361 }, 'endedAt longer-than-contact'],
  ])('is %s', (_, changes, expected) => {
    expect(codes(changes)).toEqual([expected]);
  });

  it('leaves a minute between the clocks of telephone and desk', () => {
    expect(codes({ talkSeconds: 360 })).toEqual([]);
  });
});

describe('a complaint received by a contact', () => {
  it('is found by us in a proactive contact, and whoever says otherwise is refused', () => {
    const proactive = call({ direction: 'out', purpose: 'proactive' });
    expect(complaintFoundByUs(proactive, undefined)).toBe(true);
    expect(complaintFoundByUs(proactive, false)).toBeUndefined();
  });

  it('is not found by us when the customer called', () => {
    expect(complaintFoundByUs(call(), undefined)).toBe(false);
    expect(complaintFoundByUs(call(), true)).toBeUndefined();
    expect(complaintFoundByUs(call({ direction: 'out' }), true)).toBe(true);
  });

  it('cannot be in a contact that is internal or spoke to nobody', () => {
    expect(complaintFoundByUs(call({ purpose: 'internal' }), undefined)).toBeUndefined();
    expect(complaintFoundByUs(call({ outcome: 'abandoned-in-queue' }), undefined)).toBeUndefined();
  });
});
