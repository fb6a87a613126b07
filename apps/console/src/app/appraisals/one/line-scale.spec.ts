import type { AppraisalLine } from '@forecall/contracts';
import { lineScale } from './line-scale.js';

const line = (metric: string, target: number, low: number, high: number) =>
  ({
    indicator: { metric, target, floor: 0 },
    figure: { value: (low + high) / 2, interval: { low, high } },
  }) as unknown as AppraisalLine;

describe('the scale of a line', () => {
  it('is the whole of a rate', () => {
    expect(lineScale(line('csat', 0.86, 0.4, 0.6))).toEqual({ from: 0, to: 1 });
  });

  it('reaches as far as interval and target of all else, below zero too', () => {
    const { from, to } = lineScale(line('nps', 0.5, -0.2, 0.1));
    expect(from).toBe(-0.2);
    expect(to).toBeCloseTo(0.525);
  });
});
