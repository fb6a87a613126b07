import { complaintNumber, runningNumberIn } from './complaint-number.js';

describe('the number of a complaint', () => {
  it('shows year and running number', () => {
    expect(complaintNumber(10_417, 2026)).toBe('C-26-10417');
    expect(complaintNumber(7, 2005)).toBe('C-05-00007');
    expect(complaintNumber(1_234_567, 2030)).toBe('C-30-1234567');
  });

  it.each([
    ['C-26-10417', 10_417],
    ['c 26 10417', 10_417],
    ['10417', 10_417],
    [' 00007 ', 7],
    ['Harbour Bank', undefined],
    ['', undefined],
  ])('is found in %p', (text, number) => {
    expect(runningNumberIn(text)).toBe(number);
  });
});
