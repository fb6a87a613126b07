import { alarmBaseline, noEvidence, withMinute } from '../../../libs/domain/dist/index.js';
import { dayRate, drawMinutes, minutesOpen, opensAt } from './department.mjs';

export const budgetDays = 31;
export const oddsRatio = 2;
const firstPastDays = 56;
const longestPastDays = 182;
const renewedAfterDays = 28;
export const longestDelayDays = 92;
const minutesADay = 24 * 60;

/**
 * A department's alarm, fed minute by minute as the product does, without anyone closing anything. With `rise` ({ day,
 * minute }) the odds are doubled from there on, and it ends when that is seen or not seen for long.
 */
export function runDays(draw, department, kind, seed, days, rise) {
  const contacts = new Uint16Array(minutesOpen);
  const run = new Run(seed);
  for (let day = -firstPastDays; day < days; day += 1) {
    const rate = dayRate(draw, department, kind);
    const risen = (oddsRatio * rate) / (1 - rate + oddsRatio * rate);
    const risesAt = !rise || day < rise.day ? minutesADay : day > rise.day ? -1 : rise.minute;
    drawMinutes(draw, department, (day + firstPastDays) % 7, contacts);
    if (day >= 0) run.beginDay(day);
    for (let n = 0; n < minutesOpen; n += 1) {
      const minute = opensAt + n;
      if (run.rise === null && minute >= risesAt && day >= 0) run.beginRise(day, risesAt);
      let complaints = 0;
      const threshold = minute >= risesAt ? risen : rate;
      for (let k = 0; k < contacts[n]; k += 1) if (draw() < threshold) complaints += 1;
      run.minute(day, minute, contacts[n], complaints);
      if (run.rise?.delayDays !== undefined) return run;
    }
    run.endDay();
    if (run.rise !== null && day - run.rise.day >= longestDelayDays) run.endRise(longestDelayDays);
    if (run.rise?.delayDays !== undefined) return run;
  }
  return run;
}

class Run {
  past = [];
  baseline = null;
  plan = null;
  baselineDay = 0;
  evidence = noEvidence;
  rise = null;
  daysWatched = 0;
  daysRaised = 0;
  alarms = 0;
  hourRule = { alarms: 0, isOn: false, rise: null };
  today = { contacts: 0, complaints: 0 };
  hour = { contacts: 0, complaints: 0 };

  constructor(seed) {
    this.seed = seed;
  }

  beginDay(day) {
    if (this.plan === null || day - this.baselineDay >= renewedAfterDays) this.renew(day);
    if (this.plan !== null) this.daysWatched += 1;
    if (this.evidence.isRaised) this.daysRaised += 1;
  }

  renew(day) {
    const asked = { oddsRatio, budgets: [budgetDays], seed: this.seed + day };
    this.baseline = alarmBaseline(this.past.slice(-longestPastDays), asked) ?? this.baseline;
    if (this.baseline === null) return;
    this.baselineDay = day;
    this.plan = { usual: this.baseline.usual, oddsRatio, threshold: this.baseline.choices[0].threshold };
  }

  minute(day, minute, contacts, complaints) {
    this.today.contacts += contacts;
    this.today.complaints += complaints;
    if (this.plan === null) return;
    this.hour.contacts += contacts;
    this.hour.complaints += complaints;
    if (contacts > 0) {
      const before = this.evidence;
      this.evidence = withMinute(
        before,
        { at: (day * minutesADay + minute) * 60_000, contacts, complaints },
        this.plan,
      );
      if (this.evidence.isRaised && !before.isRaised) {
        this.alarms += 1;
        if (this.rise?.isWaiting) this.endRise(day + minute / minutesADay - this.rise.at);
      }
    }
    if (minute % 60 === 59) this.endHour(day, minute);
  }

  /** Twice the usual rate in a clock hour of at least 5 contacts; hours on end are one alarm. */
  endHour(day, minute) {
    const { contacts, complaints } = this.hour;
    const isOn = contacts >= 5 && complaints >= 2 * this.plan.usual * contacts;
    if (isOn && !this.hourRule.isOn) {
      this.hourRule.alarms += 1;
      if (this.rise) this.hourRule.rise ??= day + minute / minutesADay - this.rise.at;
    }
    this.hourRule.isOn = isOn;
    this.hour = { contacts: 0, complaints: 0 };
  }

  endDay() {
    this.past.push(this.today);
    this.today = { contacts: 0, complaints: 0 };
  }

  beginRise(day, minute) {
    this.rise = { day, at: day + minute / minutesADay, isWaiting: this.plan !== null && !this.evidence.isRaised };
    this.rise.promisedDays = this.baseline?.choices[0].delayDays;
    if (!this.rise.isWaiting) this.rise.delayDays = null;
  }

  endRise(days) {
    this.rise.isWaiting = false;
    this.rise.delayDays = Math.min(days, longestDelayDays);
  }
}
