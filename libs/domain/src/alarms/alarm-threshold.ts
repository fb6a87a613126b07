import { groupRate } from '../statistics/shrinkage.js';
import { mustBePositive, mustBeWhole } from '../statistics/sound-input.js';
import { meanDelays } from './alarm-delay.js';
import { bernoulliWeights } from './bernoulli-cusum.js';
import { countedDays, FalseAlarms, warmUpDays } from './false-alarms.js';
import type { AlarmWeights } from './live-alarm.js';
import { type DayOfContacts, openRates } from './open-rates.js';
import { seededDraws } from './seeded-draws.js';
import { type Volumes, volumesByWeekday } from './simulated-days.js';

/** What a budget of false alarms costs and gives. */
export interface AlarmChoice {
  /** At most one false alarm in so many days was asked for. */
  readonly budgetDays: number;
  readonly threshold: number;
  /** Mean calendar days between false alarms, simulated; more than the budget where a single complaint would raise it else. */
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

export interface AskedBaseline {
  /** The rise to be found, above 1. */
  readonly oddsRatio: number;
  /** At most one false alarm in so many days; in ascending or any other order. */
  readonly budgets: readonly number[];
  readonly seed: number;
}

/** Under so many days, contacts, complaints, or contacts without complaint, the past says too little for a baseline. */
export const minimumPast = { days: 28, contacts: 500, complaints: 5, others: 5 } as const;

/** About so many false alarms are counted for each budget: a standard error of 3 %. */
const countedAlarms = 1_000;
/** What the past leaves open needs so many runs anyway. */
const leastRuns = 600;
const pilotRuns = 60;
const delayRuns = 600;
/** More complaints than these are not drawn, which takes about a second; what is rare is then known less well. */
const mostComplaints = 40_000_000;
const affordable = (runs: number, complaintsEach: number): number =>
  Math.max(pilotRuns, Math.min(runs, Math.ceil(mostComplaints / complaintsEach)));

/**
 * The thresholds at which a department's live alarm keeps to budgets of false alarms, from its own past (complete local
 * days in order, those without contacts included, null for one that is left out), by simulation of days like these.
 *
 * Each run has a true rate and a strength of its own that the past leaves open (`openRates`), because the mean of the false
 * alarms over what is not known exactly is far above the false alarms at its mean. The day's rate is beta about the true
 * one, its volume that of a past day of the same weekday. Null where the past is less than `minimumPast`.
 */
export function alarmBaseline(past: readonly (DayOfContacts | null)[], asked: AskedBaseline): AlarmBaseline | null {
  mustBeSound(past, asked);
  const days = past.filter((day) => day !== null);
  const contacts = days.reduce((sum, day) => sum + day.contacts, 0);
  const complaints = days.reduce((sum, day) => sum + day.complaints, 0);
  if (days.length < minimumPast.days || contacts < minimumPast.contacts) return null;
  if (complaints < minimumPast.complaints || contacts - complaints < minimumPast.others) return null;
  const open = days.filter((day) => day.contacts > 0);
  const group = groupRate(open.map((day) => ({ successes: day.complaints, trials: day.contacts })));
  const weights = bernoulliWeights({ usual: group.mean, oddsRatio: asked.oddsRatio });
  const volumes = volumesByWeekday(past);
  const perDay = complaints / days.length;
  const warmUp = warmUpDays(perDay);
  const found = thresholds(open, { volumes, weights, warmUp, perDay }, asked);
  // Delays are short where there are many complaints: about a week on top.
  const rates = openRates(open, affordable(delayRuns, (warmUp + 7) * perDay * asked.budgets.length));
  const delays = meanDelays(
    seededDraws(asked.seed + 1),
    found.map(({ threshold }) => threshold),
    { rates, volumes, weights, warmUp, oddsRatio: asked.oddsRatio },
  );
  return {
    ...{ usual: group.mean, strength: group.strength, contactsPerDay: contacts / days.length },
    choices: delays.map(({ contacts: delayContacts, days: delayDays }, n) => {
      return { ...(found[n] as Found), delayContacts, delayDays };
    }),
  };
}

interface Department {
  readonly volumes: Volumes;
  readonly weights: AlarmWeights;
  readonly warmUp: number;
  /** Complaints per calendar day. */
  readonly perDay: number;
}

type Found = Pick<AlarmChoice, 'budgetDays' | 'threshold' | 'falseAlarmDays'>;

function thresholds(
  past: readonly DayOfContacts[],
  { volumes, weights, warmUp, perDay }: Department,
  { budgets, seed }: AskedBaseline,
): Found[] {
  if (budgets.length === 0) return [];
  const draw = seededDraws(seed);
  const simulated = (runs: number, shortest: number): FalseAlarms =>
    new FalseAlarms(draw, openRates(past, runs), volumes, weights, shortest, warmUp);
  // A single complaint must not raise the alarm.
  const lowest = weights.complaint * 1.001;
  // A first look, so that the many short rises of a large department need not be kept.
  const [strictest, mildest] = [Math.max(...budgets), Math.min(...budgets)];
  const about = simulated(pilotRuns, lowest).lowestThreshold(mildest);
  const wanted = Math.max(leastRuns, Math.ceil((countedAlarms * strictest) / countedDays));
  const runs = affordable(wanted, (warmUp + countedDays) * perDay);
  const shortest = Math.max(lowest, about / 2);
  let alarms = simulated(runs, shortest);
  if (alarms.lowestThreshold(mildest) === shortest) alarms = simulated(runs, lowest);
  return budgets.map((budgetDays) => {
    const threshold = alarms.lowestThreshold(budgetDays);
    return { budgetDays, threshold, falseAlarmDays: alarms.days / Math.max(1, alarms.at(threshold)) };
  });
}

function mustBeSound(past: readonly (DayOfContacts | null)[], { oddsRatio, budgets }: AskedBaseline): void {
  if (!(oddsRatio > 1 && Number.isFinite(oddsRatio))) {
    throw new RangeError(`The odds ratio of a rise must be above 1, and is ${oddsRatio}`);
  }
  budgets.forEach((days, n) => mustBePositive(`The days of budget ${n + 1}`, days));
  past.forEach((day, n) => {
    if (day === null) return;
    mustBeWhole(`The contacts of day ${n + 1}`, day.contacts);
    mustBeWhole(`The complaints of day ${n + 1}`, day.complaints, 0, day.contacts);
  });
}
