import { alarmBaseline, minimumPast } from './alarm-threshold.js';
import { bernoulliWeights } from './bernoulli-cusum.js';
import { noEvidence, withMinute } from './live-alarm.js';
import { type DayOfContacts, openRates } from './open-rates.js';
import { type Draw, drawShare, seededDraws } from './seeded-draws.js';
import { drawContacts, volumesByWeekday } from './simulated-days.js';
import { AlarmChain } from './testing/alarm-chain.js';

const asked = { oddsRatio: 2, budgets: [31], seed: 1 };
/** Every day the same, so that the past leaves next to nothing open. */
const evenDays = (days: number, contacts: number, complaints: number): DayOfContacts[] =>
  Array.from({ length: days }, () => ({ contacts, complaints }));

function drawnDay(draw: Draw, contacts: number, rate: number): DayOfContacts {
  let complaints = 0;
  drawContacts(draw, contacts, rate, { others: () => undefined, complaint: () => (complaints += 1) });
  return { contacts, complaints };
}

describe('the threshold from a budget of false alarms', () => {
  it('where nothing is left open, is the one of the Markov chain, and so is its delay', () => {
    const baseline = alarmBaseline(evenDays(364, 800, 16), { ...asked, budgets: [1, 7, 31] })!;
    expect(baseline).toMatchObject({ usual: 0.02, strength: Number.POSITIVE_INFINITY, contactsPerDay: 800 });
    const { complaint, other } = bernoulliWeights({ usual: 0.02, oddsRatio: 2 });
    // 34.005 others take back a complaint.
    expect(Math.abs(-complaint / other - 34)).toBeLessThan(0.01);
    for (const { budgetDays, threshold, falseAlarmDays, delayContacts, delayDays } of baseline.choices) {
      const chain = new AlarmChain(34, Math.ceil(threshold / -other));
      const { alarms, quiet } = chain.steady(0.02);
      expect(Math.abs(falseAlarmDays / budgetDays - 1)).toBeLessThan(0.03);
      expect(Math.abs(1 / alarms / (800 * budgetDays) - 1)).toBeLessThan(0.1);
      expect(Math.abs(delayContacts / chain.meanContacts(quiet, 4 / 102) - 1)).toBeLessThan(0.1);
      expect(Math.abs(delayDays / (delayContacts / 800) - 1)).toBeLessThan(0.05);
    }
  });

  it('keeps to its budget on departments never seen, although their rates are only estimated', () => {
    const draw = seededDraws(77);
    let [alarms, days] = [0, 0];
    for (let department = 0; department < 40; department += 1) {
      const rate = 0.01 * 6 ** draw();
      const spread = 0.3 * draw();
      const strength = (1 - rate) / (rate * spread ** 2) - 1;
      const contactsOn = (day: number): number => (day % 7 < 5 ? 60 + (department % 5) * 40 : 0);
      const past = Array.from({ length: 56 }, (_, day) =>
        drawnDay(draw, contactsOn(day), drawShare(draw, rate, strength)),
      );
      const baseline = alarmBaseline(past, { ...asked, seed: department });
      if (baseline === null) continue;
      const plan = { usual: baseline.usual, oddsRatio: 2, threshold: baseline.choices[0]!.threshold };
      let evidence = noEvidence;
      for (let day = 0; day < 182; day += 1) {
        const dayRate = drawShare(draw, rate, strength);
        for (let minute = 0; minute < contactsOn(day) / 2; minute += 1) {
          const before = evidence;
          evidence = withMinute(before, { at: day * 86_400_000 + minute, ...drawnDay(draw, 2, dayRate) }, plan);
          if (evidence.isRaised && !before.isRaised) alarms += 1;
        }
      }
      days += 182;
    }
    expect(days).toBeGreaterThan(35 * 182);
    expect(Math.abs((alarms * 31) / days - 1)).toBeLessThan(0.2);
  });

  it('is higher for a stricter budget, and never so low that a single complaint reaches it', () => {
    const draw = seededDraws(5);
    const past = Array.from({ length: 91 }, (_, n) => drawnDay(draw, n % 7 < 5 ? 30 : 0, 0.03));
    const budgets = [365, 1, 92, 31];
    const baseline = alarmBaseline(past, { ...asked, budgets })!;
    expect(baseline.choices.map(({ budgetDays }) => budgetDays)).toEqual(budgets);
    const inOrder = baseline.choices.toSorted((a, b) => a.budgetDays - b.budgetDays);
    const { complaint } = bernoulliWeights({ usual: baseline.usual, oddsRatio: 2 });
    const [daily, ...others] = inOrder;
    expect(daily!.threshold).toBeCloseTo(1.001 * complaint, 9);
    expect(daily!.falseAlarmDays).toBeGreaterThan(2);
    others.forEach(({ threshold, falseAlarmDays, budgetDays, delayDays }, n) => {
      expect(threshold).toBeGreaterThan(inOrder[n]!.threshold * 1.2);
      expect(delayDays).toBeGreaterThan(inOrder[n]!.delayDays);
      expect(falseAlarmDays / budgetDays).toBeGreaterThanOrEqual(1);
      expect(falseAlarmDays / budgetDays).toBeLessThan(1.1);
    });
    expect(alarmBaseline(past, { ...asked, budgets })).toEqual(baseline);
    expect(alarmBaseline(past, { ...asked, budgets: [] })!.choices).toEqual([]);
    // Days that differ more than by chance need more evidence.
    const restless = past.map((day, n) => ({
      ...day,
      complaints: n % 2 === 0 ? 0 : Math.min(day.contacts, 2 * day.complaints),
    }));
    expect(alarmBaseline(restless, asked)!.choices[0]!.threshold).toBeGreaterThan(1.1 * baseline.choices[3]!.threshold);
  });

  it('is none where the past says too little', () => {
    const counted = (past: readonly (DayOfContacts | null)[]): boolean =>
      alarmBaseline(past, { ...asked, budgets: [] }) !== null;
    const { days, contacts, complaints } = minimumPast;
    expect([days, contacts, complaints]).toEqual([28, 500, 5]);
    expect([counted(evenDays(28, 20, 1)), counted(evenDays(27, 20, 1))]).toEqual([true, false]);
    expect([counted([...evenDays(27, 20, 1), null]), counted(evenDays(28, 17, 1))]).toEqual([false, false]);
    const rare = [...evenDays(4, 20, 1), ...evenDays(24, 20, 0)];
    expect([counted(rare), counted([...rare, ...evenDays(1, 20, 1)])]).toEqual([false, true]);
    expect([counted(evenDays(28, 20, 20)), counted([])]).toEqual([false, false]);
  });

  it('says what is wrong with its input', () => {
    const past = evenDays(28, 100, 3);
    const wrong = (day: DayOfContacts): unknown => alarmBaseline([...past, day], asked);
    expect(() => wrong({ contacts: 1, complaints: 2 })).toThrow(
      new RangeError('The complaints of day 29 must be a whole number from 0 to 1, and is 2'),
    );
    expect(() => wrong({ contacts: -1, complaints: 0 })).toThrow('The contacts of day 29 must be a whole number');
    expect(() => alarmBaseline(past, { ...asked, oddsRatio: 1 })).toThrow('The odds ratio of a rise must be above 1');
    expect(() => alarmBaseline(past, { ...asked, budgets: [31, 0] })).toThrow('The days of budget 2 must be above 0');
    expect(() => alarmBaseline(past, { ...asked, seed: 0.5 })).toThrow('The seed must be a whole number');
  });
});

describe('what the past leaves open', () => {
  const moments = (values: readonly number[]): { mean: number; deviation: number } => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return { mean, deviation: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) };
  };
  const spreadOf = ({ mean, strength }: { mean: number; strength: number }): number =>
    Math.sqrt((1 - mean) / mean / (strength + 1));

  it('is about as much as chance makes of so many complaints, with days that differ by chance only', () => {
    const draw = seededDraws(8);
    const past = Array.from({ length: 182 }, () => drawnDay(draw, 100, 0.02));
    const complaints = past.reduce((sum, day) => sum + day.complaints, 0);
    const rates = openRates(past, 400);
    const { mean, deviation } = moments(rates.map((rate) => rate.mean));
    expect(Math.abs(mean / (complaints / 18_200) - 1)).toBeLessThan(0.01);
    expect(Math.abs(deviation / mean / Math.sqrt(1 / complaints) - 1)).toBeLessThan(0.1);
    expect(moments(rates.map(spreadOf)).mean).toBeLessThan(0.2);
  });

  it('holds the true rate and spread of days that differ more, as often as it should', () => {
    const draw = seededDraws(9);
    let [lowRate, lowSpread, runs] = [0, 0, 0];
    for (; runs < 150; runs += 1) {
      const rate = 0.01 * 5 ** draw();
      const spread = 0.15 + 0.35 * draw();
      const strength = (1 - rate) / (rate * spread ** 2) - 1;
      const past = Array.from({ length: 84 }, () => drawnDay(draw, 300, drawShare(draw, rate, strength)));
      const rates = openRates(past, 200);
      lowRate += rates.filter((one) => one.mean < rate).length / 200;
      lowSpread += rates.filter((one) => spreadOf(one) < spread).length / 200;
    }
    // The true one lies anywhere among the open ones: on average in their middle, as 150 uniform draws do.
    expect(Math.abs(lowRate / runs - 0.5)).toBeLessThan(0.07);
    expect(Math.abs(lowSpread / runs - 0.5)).toBeLessThan(0.07);
  });

  it('keeps the week’s rhythm, also where days are left out', () => {
    const week = [10, 20, 30, 40, 50, 0, 0].map((contacts) => ({ contacts, complaints: 0 }));
    expect(volumesByWeekday([null, ...week.slice(1), ...week])).toEqual([
      [10],
      [20, 20],
      [30, 30],
      [40, 40],
      [50, 50],
      [0, 0],
      [0, 0],
    ]);
    expect(volumesByWeekday([...week.slice(0, 6), null])[6]).toEqual([10, 20, 30, 40, 50, 0]);
  });
});
