import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { budgetDays, longestDelayDays } from './alarms/year.mjs';
import { round } from './table.mjs';

const seeds = Number(process.env.BENCH_SEEDS ?? 50);
/** Of the departments whose days differ in another way than the thresholds' simulation takes for granted. */
const otherSeeds = Math.ceil(seeds / 5);
/** Seeds that the method was not tuned with begin here. */
const firstSeed = 1;
const processes = 2;

const sizes = [
  ['under 100 contacts a day', 0, 100],
  ['100 to 500', 100, 500],
  ['500 and more', 500, Infinity],
];
const spreads = [
  ['days differ by chance only', 0],
  ['by a tenth more', 0.1],
  ['by a fifth more', 0.2],
  ['by two fifths more', 0.4],
];

/**
 * Years of departments that the thresholds were not tuned with: false alarms against their budget, and how soon doubled
 * odds are seen against what the baseline promised. No database: these are functions.
 */
export async function alarms({ onProgress }) {
  onProgress(`a year of the alarms of ${round(20 * seeds)} departments`);
  const usual = await years('beta', firstSeed, seeds);
  onProgress(`and of ${round(20 * otherSeeds)} others`);
  const others = await years('log-normal', firstSeed + seeds, otherSeeds);
  return alarmsTable(usual, others);
}

/** From the lines of `years.mjs`. */
export function alarmsTable(usual, others) {
  return [
    [
      ...[`alarms, one in ${budgetDays} days allowed`, 'years', 'false alarms over budget', '+-', 'time raised %'],
      ...['rises', 'seen %', 'days until seen', 'promised', 'ratio'],
      ...['hour rule: over budget', 'seen %', 'days'],
    ],
    row('all', usual),
    ...sizes.map(([name, least, most]) =>
      row(
        name,
        usual.filter(({ perDay }) => perDay >= least && perDay < most),
      ),
    ),
    ...spreads.map(([name, spread]) =>
      row(
        name,
        usual.filter((year) => year.spread === spread),
      ),
    ),
    row('log-normal days, all', others),
  ];
}

async function years(kind, first, count) {
  const program = join(import.meta.dirname, 'alarms/years.mjs');
  const starts = Array.from({ length: processes + 1 }, (_, n) => first + Math.round((n * count) / processes));
  const parts = await Promise.all(
    starts.slice(0, -1).map(async (from, n) => {
      const { stdout } = await promisify(execFile)(process.execPath, [program, kind, from, starts[n + 1] - from], {
        maxBuffer: 2 ** 28,
      });
      return stdout.trim().split('\n').filter(Boolean);
    }),
  );
  return parts.flat().map((line) => JSON.parse(line));
}

const sum = (list, of) => list.reduce((total, one) => total + of(one), 0);
const mean = (list, of) => sum(list, of) / list.length;

function row(name, all) {
  const watched = all.filter(({ days }) => days > 0);
  const days = sum(watched, (year) => year.days);
  const overBudget = (of) => (sum(watched, of) * budgetDays) / days;
  const alarmsOf = (year) => (year.alarms * budgetDays) / year.days;
  const average = mean(watched, alarmsOf);
  const error = Math.sqrt(mean(watched, (year) => (alarmsOf(year) - average) ** 2) / watched.length);
  const rises = watched.map(({ rise }) => rise).filter((rise) => rise?.isWaiting);
  const [ours, hourRule] = ['delayDays', 'hourDelayDays'].map((delay) => ({
    seen: (100 * rises.filter((rise) => rise[delay] !== null).length) / rises.length,
    days: mean(rises, (rise) => Math.min(longestDelayDays, rise[delay] ?? longestDelayDays)),
  }));
  const promised = mean(rises, ({ promisedDays }) => promisedDays);
  return [
    ...[
      name,
      round(watched.length),
      round(
        overBudget((year) => year.alarms),
        2,
      ),
      round(error, 2),
    ],
    round((100 * sum(watched, (year) => year.daysRaised)) / days, 1),
    ...[round(rises.length), round(ours.seen, 1), round(ours.days, 2), round(promised, 2)],
    round(ours.days / promised, 2),
    ...[
      round(
        overBudget((year) => year.hourAlarms),
        1,
      ),
      round(hourRule.seen, 1),
      round(hourRule.days, 2),
    ],
  ];
}
