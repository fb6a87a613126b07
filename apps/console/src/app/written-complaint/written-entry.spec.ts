import { emptyWritten, faultsIn, receiptOf, type WrittenEntry, writtenOf } from './written-entry.js';

const now = new Date('2026-01-20T04:00:00Z');
const zone = 'Asia/Shanghai';
const entry = (changes: Partial<WrittenEntry> = {}): WrittenEntry => ({
  ...emptyWritten('key'),
  receivedOn: '2026-01-20',
  receivedTime: '11:59',
  reasonId: 'reason',
  summary: 'Twice',
  ...changes,
});

describe('a complaint in writing', () => {
  it.each([
    ['a minute ago', {}, 'in-time'],
    ['in a minute', { receivedTime: '12:01' }, 'ahead'],
    ['seven days ago', { receivedOn: '2026-01-13', receivedTime: '12:00' }, 'in-time'],
    ['a minute more', { receivedOn: '2026-01-13', receivedTime: '11:59' }, 'late'],
    ['on no day', { receivedOn: null }, 'missing'],
    ['at no time', { receivedTime: '' }, 'missing'],
  ] as const)('received %s', (_, changes, receipt) => {
    expect(receiptOf(entry(changes), zone, now)).toBe(receipt);
  });

  it('says what is missing, and who may enter what came long ago', () => {
    expect(faultsIn(emptyWritten('key'), 'missing', false).map(([field]) => field)).toEqual([
      'receivedOn',
      'reasonId',
      'summary',
    ]);
    expect(faultsIn(entry(), 'late', false)).toEqual([['receivedOn', 'late']]);
    expect(faultsIn(entry(), 'late', true)).toEqual([]);
  });

  it('goes out with the moment of its receipt', () => {
    expect(writtenOf(entry({ summary: ' Twice ' }), new Date('2026-01-20T03:59:00Z'))).toMatchObject({
      channel: 'letter',
      receivedAt: '2026-01-20T03:59:00.000Z',
      complaint: { summary: 'Twice', severity: null },
    });
  });
});
