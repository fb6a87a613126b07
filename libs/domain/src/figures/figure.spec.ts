import { figureFrom } from './figure.js';

describe('a figure', () => {
  /** The five service levels of 1000 answered, 60 abandoned, 860 answered in 20 s, 20 abandoned in 20 s, 10 in 5 s. */
  const hour = {
    offered: 1060,
    queue_offered: 1060,
    queue_answered: 1000,
    answered_in_time: 860,
    abandoned_in_time: 20,
    abandoned_in_5s: 10,
  };

  it.each([
    ['service-level-1', 83.02],
    ['service-level-2', 86.0],
    ['service-level-3', 81.13],
    ['service-level-4', 82.69],
    ['service-level-5', 82.08],
  ] as const)('%s is %p %% in the worked example', (id, percent) => {
    expect(Number(((figureFrom(id, hour).value ?? 0) * 100).toFixed(2))).toBe(percent);
  });

  it('is a ratio of sums with its interval', () => {
    const figure = figureFrom('complaint-rate', { complaint: 31, handled: 548, found_by_us: 2 });
    expect(figure).toMatchObject({
      numerator: 31,
      denominator: 548,
      n: 548,
      beside: { found_by_us: 2 },
      interval: { method: 'wilson' },
    });
    expect(figure.value).toBeCloseTo(31 / 548, 15);
  });

  it('has no value, never 0, where nothing was counted', () => {
    expect(figureFrom('csat', {})).toMatchObject({ n: 0, value: null, interval: null });
    expect(figureFrom('handled', {})).toMatchObject({ n: 0, value: 0, denominator: null });
  });

  it('keeps share and mean of the same answers apart', () => {
    // Two reps: 4,4,4,4,1 has the better share, 5,5,5,3,3 the better mean.
    const first = { answer_4: 4, answer_1: 1 };
    const second = { answer_5: 3, answer_3: 2 };
    expect(figureFrom('csat', first).value).toBeGreaterThan(figureFrom('csat', second).value ?? 1);
    expect(figureFrom('csat-mean', first).value).toBeLessThan(figureFrom('csat-mean', second).value ?? 0);
  });

  it('takes mean and standard deviation of scores from their counts', () => {
    const figure = figureFrom('csat-mean', {
      answer_1: 417,
      answer_2: 396,
      answer_3: 1218,
      answer_4: 1180,
      answer_5: 843,
    });
    expect(figure.value).toBeCloseTo(3.4035520474, 9);
    expect(figure.standardDeviation).toBeCloseTo(1.212219719, 8);
  });

  it('keeps the interval of a mean of scores on their scale', () => {
    expect(figureFrom('csat-mean', { answer_1: 1, answer_5: 1, answer_2: 1 }).interval).toMatchObject({
      low: 1,
      high: 5,
    });
    const inside = figureFrom('csat-mean', { answer_3: 50, answer_4: 50 }).interval;
    expect(inside?.low).toBeGreaterThan(3);
    expect(inside?.high).toBeLessThan(4);
  });

  it('takes an attribute that is only yes or no as a share', () => {
    const counts = { attribute_known: 210, attribute_value: 148, attribute_squared: 148, attribute_yes_no: 210 };
    expect(figureFrom('attribute', counts).interval).toMatchObject({ method: 'wilson' });
    expect(figureFrom('attribute', { ...counts, attribute_yes_no: 209 }).interval).toMatchObject({ method: 'normal' });
  });

  it('names what it leaves out, and only what there is', () => {
    expect(
      figureFrom('asa', { queue_answered: 10, wait_known: 7, wait_seconds: 70, wait_seconds_squared: 700 }).excluded,
    ).toEqual({ 'wait not recorded': 3 });
    expect(
      figureFrom('asa', { queue_answered: 7, wait_known: 7, wait_seconds: 70, wait_seconds_squared: 700 }).excluded,
    ).toEqual({});
  });

  it('may pass 1 as a ratio', () => {
    const figure = figureFrom('complaints-concerning', { concerning: 3, handled: 2 });
    expect(figure).toMatchObject({ value: 1.5, interval: { method: 'exact-poisson' } });
  });

  it('of so many calls for each catch is as unsure as the catches are', () => {
    // 4 catches by chance: 1.0899 to 10.2416 of them.
    const { value, interval } = figureFrom('calls-per-catch', { proactive_reached: 8, proactive_catch: 4 });
    expect(value).toBe(2);
    expect(interval?.low).toBeCloseTo(8 / 10.2416, 4);
    expect(interval?.high).toBeCloseTo(8 / 1.0899, 3);
    expect(figureFrom('calls-per-catch', { proactive_reached: 8 })).toMatchObject({ value: null, interval: null });
  });

  /** Half promoters, a third passive, a sixth detractors (Huber, Cross Validated 18603): 33, variance 5/9. */
  it('of promoters less detractors has its own error, and n is all of them', () => {
    const figure = figureFrom('nps', { nps_promoter: 18, nps_passive: 12, nps_detractor: 6 });
    expect(figure).toMatchObject({ numerator: 12, denominator: 36, n: 36, interval: { method: 'normal' } });
    expect(figure.value).toBeCloseTo(1 / 3, 12);
    expect(figure.interval!.high - figure.value!).toBeCloseTo(1.959964 * Math.sqrt(5 / 9 / 36), 6);
    expect(figureFrom('nps-relationship', { nps_detractor: 4 })).toMatchObject({ value: -1, interval: { low: -1 } });
    expect(figureFrom('nps', {})).toMatchObject({ n: 0, value: null, interval: null });
  });

  it('of a thousand each has value and interval of so many; 10 by chance are 4.795 to 18.390 (Garwood 1936)', () => {
    const figure = figureFrom('complaints-per-1000-accounts', { complaint_of_account: 10, account_active: 2000 });
    expect(figure).toMatchObject({ numerator: 10, denominator: 2000, value: 5, interval: { method: 'exact-poisson' } });
    expect(figure.interval!.low).toBeCloseTo(4.795 / 2, 3);
    expect(figure.interval!.high).toBeCloseTo(18.39 / 2, 3);
  });

  it('of gaps may lie below zero, and no interval beyond what the scale allows', () => {
    // 5 - 6, 4 - 7, 6 - 6: mean -4/3, squares 1 + 9 + 0.
    const figure = figureFrom('servqual-gap', { gap_pair: 3, gap_points: -4, gap_points_squared: 10, gap_half: 2 });
    expect(figure.value).toBeCloseTo(-4 / 3, 12);
    expect(figure.standardDeviation).toBeCloseTo(Math.sqrt((10 - 16 / 3) / 2), 12);
    expect(figure.excluded).toEqual({ 'without its other half': 2 });
    const extreme = figureFrom('servqual-gap', { gap_pair: 2, gap_points: -11, gap_points_squared: 61 });
    expect(extreme.interval!.low).toBe(-6);
  });
});
