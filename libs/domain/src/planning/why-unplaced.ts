import { at } from './ints.js';
import type { Places } from './places.js';
import type { WhyUnplaced } from './plan.js';

export function whyUnplaced(places: Places, call: number): WhyUnplaced {
  const { diary, table } = places;
  let why: WhyUnplaced = 'no-caller';
  for (let n = 0; n < table.callers(call); n += 1) {
    for (let day = at(table.earliest, call); day < diary.days; day += 1) {
      const sheet = table.caller(call, n) * diary.days + day;
      for (let from = sheet * diary.slotsPerSheet; from < (sheet + 1) * diary.slotsPerSheet; from += 32) {
        if (places.possible(call, from) !== 0) return 'no-capacity';
        if (at(diary.open, from >> 5) !== 0) why = 'no-common-hours';
      }
    }
  }
  return why;
}
