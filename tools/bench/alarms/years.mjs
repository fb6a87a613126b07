import { drawing, makeDepartment } from './department.mjs';
import { runDays } from './year.mjs';

/** One process's share: node years.mjs KIND FIRST_SEED SEEDS. Prints a line of JSON per department. */
const departments = 20;
const yearDays = 365;

const [kind, firstSeed, seeds] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
for (let seed = firstSeed; seed < firstSeed + seeds; seed += 1) {
  for (let n = 0; n < departments; n += 1) {
    const draw = drawing(seed * 1_000 + n);
    for (let k = 0; k < 10; k += 1) draw();
    const department = makeDepartment(draw, n, departments);
    const year = runDays(draw, department, kind, seed, yearDays, null);
    const rise = { day: Math.floor(draw() * 180), minute: Math.floor(draw() * 24 * 60) };
    const risen = runDays(draw, department, kind, seed, yearDays, rise);
    console.log(
      JSON.stringify({
        ...department,
        ...{ daysWatched: year.daysWatched, daysRaised: year.daysRaised, alarms: year.alarms },
        ...{ hourAlarms: year.hourRule.alarms, hourRise: risen.hourRule.rise, rise: risen.rise },
      }),
    );
  }
}
