import { drawing, makeDepartment } from './department.mjs';
import { longestDelayDays, Run } from './year.mjs';

/** One process's share: node years.mjs KIND FIRST_SEED SEEDS. Prints a line of JSON per department and year. */
const departments = 20;
const yearDays = 365;
const firstPastDays = 56;

const kind = process.argv[2];
const [firstSeed, seeds] = process.argv.slice(3).map(Number);
for (let seed = firstSeed; seed < firstSeed + seeds; seed += 1) {
  for (let n = 0; n < departments; n += 1) {
    const draw = drawing(seed * 1_000 + n);
    const department = makeDepartment(draw, n, departments);
    const riseAt = draw() * yearDays;
    const riseDay = Math.floor(riseAt);
    const run = new Run(seed, department, kind).days(draw, -firstPastDays, riseDay);
    const risen = run.copy().days(drawing(seed * 1_000 + 500 + n), riseDay, riseDay + longestDelayDays + 2, riseAt);
    run.days(draw, riseDay, yearDays);
    console.log(JSON.stringify({ ...department, ...run.counts, rise: risen.rise }));
  }
}
