import fc from 'fast-check';
import { complaintNumber, runningNumberIn } from './complaint-number.js';

describe('the number of a complaint', () => {
  it('has the year of receipt and at least five digits', () => {
    expect(complaintNumber(10_417, 2026)).toBe('C-26-10417');
    expect(complaintNumber(3, 2007)).toBe('C-07-00003');
    expect(complaintNumber(1_234_567, 2100)).toBe('C-00-1234567');
  });

  it('is read back however it is typed', () => {
    expect(runningNumberIn(' c-26-10417 ')).toBe(10_417);
    expect(runningNumberIn('10417')).toBe(10_417);
    expect(runningNumberIn('C26 00003')).toBe(3);
    for (const other of ['', 'C-26-', 'Harbour', 'C-2026-10417x', '+8675526018840']) {
      expect(runningNumberIn(other)).toBeUndefined();
    }
  });

  it('survives being written and read for every running number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 2000, max: 2199 }), (running, year) => {
        expect(runningNumberIn(complaintNumber(running, year))).toBe(running);
      }),
    );
  });
});
