import { groupRate } from '../statistics/shrinkage.js';
import { mustBePositive, mustBeWhole } from '../statistics/sound-input.js';
import { meanDelays } from './alarm-delay.js';
import { bernoulliWeights } from './bernoulli-cusum.js';
import type { AlarmWeights } from './live-alarm.js';
import { type DayOfContacts, openRates } from './open-rates.js';
import { RiseLengths } from './rise-lengths.js';
import { seededDraws } from './seeded-draws.js';
import { drawContacts, drawnVolume, volumesByWeekday } from './simulated-days.js';
import { drawShare } from './seeded-draws.js';

/** What a budget of false alarms costs and gives. */
export interface AlarmChoice {
  /** At most one false alarm in so many days was asked for. */
  readonly budgetDays: number;
  readonly threshold: number;
  /** Mean calendar days between false alarms, simulated: the budget, or more where already a single complaint would be too much. */
  readonly falseAlarmDays: number;
  /** Contacts until a rise of the odds is seen, mean. */
  readonly delayContacts: number;
  /** Calendar days until a rise of the odds is seen, mean; one not seen for `longestDelayDays` counts with these. */
  readonly delayDays: number;
}

export interface AlarmBaseline {
  /** The share of complaints: ratio of sums. */
  readonly usual: number;
  /** How near the day's rate stays to it: the two parameters of its beta distribution, summed. Infinity: chance only. */
  readonly strength: number;
  readonly contactsPerDay: number;
  readonly choices: readonly AlarmChoice[];
}

/** Too little past for a baseline: under so many days, contacts, complaints, or contacts without complaint. */
export const minimumPast = { days: 28, contacts: 500, complaints: 5, others: 5 } as const;

/** Days of a run that are not counted, because it begins without evidence. */
const warmUpDays = 28;
/** Days of a run that are counted: a baseline is in use for 28 days, and the next one shares most of its past. */
const countedDays = 56;
const delayRuns = 800;
/** Runs for a budget are as many as give about so many false alarms, and at least as many as the open rates need. */
const countedAlarms = 1_000;
const leastRuns = 1_000;

/**
 * The thresholds at which a department's live alarm keeps to budgets of false alarms, from its own past (complete local
 * days in order, those without contacts included), found by simulation of the alarm on days like these.
 *
 * Each run has a true rate and a strength of its own that the past leaves open, because the mean of false alarms over what
 * is not known exactly is far above the false alarms at the mean. The day's rate is beta about the true one, its volume
 * that of a past day of the same weekday. Null where the past is less than `minimumPast`.
 */
export function alarmBaseline(
  past: readonly DayOfContacts[],
  asked: { readonly oddsRatio: number; readonly budgets: readonly number[]; readonly seed: number },
): AlarmBaseline | null {
  const { oddsRatio, budgets, seed } = asked;
  mustBePositive('The odds ratio', oddsRatio);
  if (oddsRatio <= 1) throw new RangeError(`The odds ratio of a rise must be above 1, and is ${oddsRatio}`);
  budgets.forEach((days, n) => mustBePositive(`Budget ${n + 1}`, days));
  past.forEach((day, n) => {
    mustBeWhole(`The contacts of day ${n + 1}`, day.contacts);
    mustBeWhole(`The complaints of day ${n + 1}`, day.complaints, 0, day.contacts);
  });
  const contacts = past.reduce((sum, day) => sum + day.contacts, 0);
  const complaints = past.reduce((sum, day) => sum + day.complaints, 0);
  if (past.length < minimumPast.days || contacts < minimumPast.contacts) return null;
  if (complaints < minimumPast.complaints || contacts - complaints < minimumPast.others) return null;
  const days = past.filter((day) => day.contacts > 0);
  const group = groupRate(days.map((day) => ({ successes: day.complaints, trials: day.contacts })));
  const usual = group.mean;
  const weights = bernoulliWeights({ usual, oddsRatio });
  const volumes = volumesByWeekday(past);
  const found = thresholds(past, volumes, weights, budgets, seed);
  const rates = openRates(past, delayRuns);
  const heights = found.map(({ threshold }) => threshold);
  const delays = meanDelays(seededDraws(seed + 1), heights, { rates, volumes, weights, oddsRatio, warmUpDays });
  const choices = found.map((choice, n) => {
    return { ...choice, delayContacts: delays[n]!.contacts, delayDays: delays[n]!.days };
  });
  return { usual, strength: group.strength, contactsPerDay: contacts / past.length, choices };
}

type Found = Pick<AlarmChoice, 'budgetDays' | 'threshold' | 'falseAlarmDays'>;

function thresholds(
  past: readonly DayOfContacts[],
  volumes: readonly (readonly number[])[],
  weights: AlarmWeights,
  budgets: readonly number[],
  seed: number,
): Found[] {
  const longest = Math.max(0, ...budgets);
  const runs = Math.max(leastRuns, Math.ceil((countedAlarms * longest) / countedDays));
  // A single complaint, from nothing, must not raise the alarm.
  const lowest = weights.complaint * 1.001;
  const draw = seededDraws(seed);
  const early: number[] = [];
  const all: number[] = [];
  const lengths = new RiseLengths(weights, lowest, all);
  openRates(past, runs).forEach(({ mean, strength }, run) => {
    lengths.restart();
    const before = all.length;
    for (let day = 0; day < warmUpDays + countedDays; day += 1) {
      if (day === warmUpDays) {
        for (let n = before; n < all.length; n += 1) early.push(all[n]!);
        lengths.addRest(early);
      }
      const volume = drawnVolume(draw, volumes, run + day);
      drawContacts(draw, volume, drawShare(draw, mean, strength), lengths);
    }
    lengths.addRest(all);
  });
  const sorted = Float64Array.from(all).sort();
  const sortedEarly = Float64Array.from(early).sort();
  const simulatedDays = runs * countedDays;
  const alarmsAt = (threshold: number): number => atLeast(sorted, threshold) - atLeast(sortedEarly, threshold);
  return budgets.map((budgetDays) => {
    const threshold = lowestWithin(
      lowest,
      sorted.at(-1) ?? lowest,
      (height) => alarmsAt(height) * budgetDays <= simulatedDays,
    );
    return { budgetDays, threshold, falseAlarmDays: simulatedDays / Math.max(1, alarmsAt(threshold)) };
  });
}

/** How many of the ascending values are at least this. */
function atLeast(sorted: Float64Array, value: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (sorted[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return sorted.length - from;
}

/** The lowest threshold that is good enough, by bisection. */
function lowestWithin(lowest: number, highest: number, isGood: (threshold: number) => boolean): number {
  if (isGood(lowest)) return lowest;
  let [low, high] = [lowest, highest * 1.001];
  for (let n = 0; n < 50; n += 1) {
    const middle = (low + high) / 2;
    if (isGood(middle)) high = middle;
    else low = middle;
  }
  return high;
}
