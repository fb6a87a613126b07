import type { AppraisalLine } from '@forecall/contracts';
import { isShown } from './line-words.js';

const line = (metric: string, n: number) => ({ indicator: { metric }, figure: { n } }) as unknown as AppraisalLine;

describe('a line of an appraisal, on the screen and on paper', () => {
  it('shows no rate of fewer than five', () => {
    expect([4, 5].map((n) => isShown(line('csat', n), 'rep'))).toEqual([false, true]);
  });

  it('shows the exams of one person however few: they are facts', () => {
    expect(isShown(line('exam-pass-rate', 1), 'rep')).toBe(true);
    expect(isShown(line('exam-pass-rate', 1), 'supervisor')).toBe(false);
  });
});
