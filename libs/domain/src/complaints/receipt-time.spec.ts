import { receiptTimeFault } from './receipt-time.js';

describe('the first receipt of a complaint', () => {
  const endedAt = Date.UTC(2026, 0, 1);
  it.each([
    [endedAt, undefined],
    [endedAt + 1, 'received-after-contact'],
    [endedAt - 3652.5 * 86_400_000, undefined],
    [endedAt - 3652.5 * 86_400_000 - 1, 'received-too-early'],
    [Date.parse('0001-01-01T00:00:00Z'), 'received-too-early'],
  ])('at %d: %s', (receivedAt, fault) => {
    expect(receiptTimeFault(receivedAt, endedAt)).toBe(fault);
  });
});
