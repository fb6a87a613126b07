import { alarmBaseline, followAlarm, unwatched } from '../../../libs/domain/dist/index.js';
import { dayRate, drawMinutes, minutesOpen, opensAt } from './department.mjs';

export const budgetDays = 31;
export const longestDelayDays = 92;
const oddsRatio = 2;
const longestPastDays = 182;
const renewedAfterDays = 28;
const minutesADay = 24 * 60;

/** A department's alarm, fed minute by minute as the product does, without anyone closing anything. */
export class Run {
  past = [];
  baseline = null;
  /** The day on which the baseline was made. */
  madeOn = 0;
  /** Evidence and plan. */
  watched = unwatched;
  /** Since when the odds are raised, in days; what was promised then; how long until it was seen. */
  rise = null;
  counts = { days: 0, daysRaised: 0, alarms: 0, hourAlarms: 0 };
  hour = { contacts: 0, complaints: 0, isOn: false };

  constructor(seed, department, kind) {
    Object.assign(this, { seed, department, kind });
  }

  /** Another run that goes on from here. */
  copy() {
    const copy = Object.assign(new Run(), this);
    return Object.assign(copy, { past: [...this.past], counts: { ...this.counts }, hour: { ...this.hour } });
  }

  /** The days from `from` on, before `to`; from `rise` on the odds are doubled, and it ends when that is seen. */
  days(draw, from, to, rise = Infinity) {
    const contacts = new Uint16Array(minutesOpen);
    for (let day = from; day < to && !this.rise?.isOver; day += 1) {
      const rate = dayRate(draw, this.department, this.kind);
      const risen = (oddsRatio * rate) / (1 - rate + oddsRatio * rate);
      drawMinutes(draw, this.department, (day + 700) % 7, contacts);
      if (day >= 0) this.beginDay(day);
      const today = { contacts: 0, complaints: 0 };
      for (let n = 0; n < minutesOpen && !this.rise?.isOver; n += 1) {
        const at = day + (opensAt + n) / minutesADay;
        if (at >= rise && this.rise === null) this.beginRise(rise);
        const share = at >= rise ? risen : rate;
        let complaints = 0;
        for (let k = 0; k < contacts[n]; k += 1) if (draw() < share) complaints += 1;
        today.contacts += contacts[n];
        today.complaints += complaints;
        if (this.watched.plan !== null) this.minute(at, n, contacts[n], complaints);
      }
      this.past.push(today);
    }
    return this;
  }

  beginDay(day) {
    if (this.watched.plan === null || day - this.madeOn >= renewedAfterDays) this.renew(day);
    if (this.watched.plan !== null) this.counts.days += 1;
    if (this.watched.evidence.isRaised) this.counts.daysRaised += 1;
  }

  renew(day) {
    const asked = { oddsRatio, budgets: [budgetDays], seed: this.seed + day };
    const baseline = alarmBaseline(this.past.slice(-longestPastDays), asked);
    if (baseline === null) return;
    Object.assign(this, { baseline, madeOn: day });
    const plan = { usual: baseline.usual, oddsRatio, threshold: baseline.choices[0].threshold };
    this.watched = followAlarm(this.watched, { kind: 'baseline', plan }).watched;
  }

  minute(at, n, contacts, complaints) {
    if (contacts > 0) {
      const input = { kind: 'contacts', at: Math.round(at * minutesADay) * 60_000, contacts, complaints };
      const { watched, event } = followAlarm(this.watched, input);
      this.watched = watched;
      if (event === 'raised') {
        this.counts.alarms += 1;
        if (this.rise) this.rise.delayDays ??= at - this.rise.at;
      }
    }
    this.hour.contacts += contacts;
    this.hour.complaints += complaints;
    if (n % 60 === 59) this.endHour(at);
    if (this.rise) this.rise.isOver = isOver(this.rise, at);
  }

  /** The simple rule: twice the usual rate in a clock hour of at least 5 contacts; hours on end are one alarm. */
  endHour(at) {
    const { contacts, complaints, isOn: wasOn } = this.hour;
    const isOn = contacts >= 5 && complaints >= 2 * this.watched.plan.usual * contacts;
    if (isOn && !wasOn) {
      this.counts.hourAlarms += 1;
      if (this.rise) this.rise.hourDelayDays ??= at - this.rise.at;
    }
    this.hour = { contacts: 0, complaints: 0, isOn };
  }

  /** Where no alarm can be raised, or one stands already, there is nothing to wait for. */
  beginRise(at) {
    const isWaiting = this.watched.plan !== null && !this.watched.evidence.isRaised;
    const promisedDays = this.baseline?.choices[0].delayDays;
    this.rise = { at, isWaiting, isOver: !isWaiting, delayDays: null, hourDelayDays: null, promisedDays };
  }
}

const isOver = ({ at, delayDays, hourDelayDays }, now) =>
  (delayDays !== null && hourDelayDays !== null) || now - at > longestDelayDays;
