import type { GroupRate } from '../statistics/shrinkage.js';
import { type AlarmWeights, sumAfterComplaint, sumAfterOthers } from './live-alarm.js';
import { type Draw, drawShare } from './seeded-draws.js';
import { type ContactsSeen, drawContacts, drawnVolume, type Volumes, withOdds } from './simulated-days.js';

/** A rise that is not seen for so many days counts with these. */
export const longestDelayDays = 92;

export interface MeanDelay {
  readonly contacts: number;
  /** Calendar days. */
  readonly days: number;
}

interface Asked {
  readonly rates: readonly GroupRate[];
  readonly volumes: Volumes;
  readonly weights: AlarmWeights;
  readonly oddsRatio: number;
  /** So many days of each run pass before the change. */
  readonly warmUp: number;
}

/**
 * How long until an alarm is raised after the odds of a complaint have risen for good, at a random moment of a time
 * without alarm: the mean over runs that each have one of `rates`. All thresholds see the same contacts.
 */
export function meanDelays(draw: Draw, thresholds: readonly number[], asked: Asked): MeanDelay[] {
  const watches = thresholds.map((threshold) => new Watch(threshold, asked.weights));
  asked.rates.forEach((rate, run) => new Run(draw, watches, rate, asked).from(run % 7));
  return watches.map(({ runs, contacts, days }) => {
    return { contacts: contacts / Math.max(1, runs), days: days / Math.max(1, runs) };
  });
}

/** One threshold's alarm, and its delays so far. */
class Watch implements ContactsSeen {
  runs = 0;
  contacts = 0;
  days = 0;
  isRaised = false;
  isWaiting = false;
  private sum = 0;

  constructor(
    readonly threshold: number,
    private readonly weights: AlarmWeights,
  ) {}

  restart(): void {
    this.sum = 0;
    this.isRaised = this.isWaiting = false;
  }

  others(count: number): void {
    this.sum = sumAfterOthers(this.sum, count, this.weights);
    if (this.sum === 0) this.isRaised = false;
  }

  complaint(): void {
    this.sum = sumAfterComplaint(this.sum, this.weights, this.threshold);
    if (this.sum >= this.threshold) this.isRaised = true;
  }

  add(contacts: number, days: number): void {
    this.isWaiting = false;
    this.runs += 1;
    this.contacts += contacts;
    this.days += days;
  }
}

class Run implements ContactsSeen {
  /** Contacts since the change, up to the beginning of the stretch that is being drawn. */
  private contacts = 0;
  /** Days from the change to that beginning; how long the stretch is, in days and in contacts. */
  private days = 0;
  private stretchDays = 0;
  private stretchContacts = 0;

  constructor(
    private readonly draw: Draw,
    private readonly watches: readonly Watch[],
    private readonly rate: GroupRate,
    private readonly asked: Asked,
  ) {}

  from(weekday: number): void {
    const { draw, watches, asked } = this;
    const changed = weekday + asked.warmUp;
    for (const watch of watches) watch.restart();
    for (let day = weekday; day < changed; day += 1) drawContacts(draw, this.volume(day), this.dayRate(), this);
    // The day of the change has one rate before it, and the same with other odds after it.
    const [volume, dayRate, changedAt] = [this.volume(changed), this.dayRate(), draw()];
    const before = Math.round(changedAt * volume);
    drawContacts(draw, before, dayRate, this);
    // Where an alarm stands already there is nothing to wait for.
    for (const watch of watches) watch.isWaiting = !watch.isRaised;
    this.risen(volume - before, dayRate, 1 - changedAt);
    for (let day = changed + 1; this.days < longestDelayDays && watches.some(({ isWaiting }) => isWaiting); day += 1) {
      this.risen(this.volume(day), this.dayRate(), Math.min(1, longestDelayDays - this.days));
    }
    for (const watch of watches) if (watch.isWaiting) watch.add(this.contacts, this.days);
  }

  others(count: number): void {
    for (const watch of this.watches) watch.others(count);
  }

  complaint(contact: number): void {
    for (const watch of this.watches) {
      watch.complaint();
      if (!watch.isWaiting || !watch.isRaised) continue;
      watch.add(this.contacts + contact, this.days + (contact / this.stretchContacts) * this.stretchDays);
    }
  }

  private risen(contacts: number, dayRate: number, days: number): void {
    this.stretchContacts = contacts;
    this.stretchDays = days;
    drawContacts(this.draw, contacts, withOdds(dayRate, this.asked.oddsRatio), this);
    this.contacts += contacts;
    this.days += days;
  }

  private volume(day: number): number {
    return drawnVolume(this.draw, this.asked.volumes, day);
  }

  private dayRate(): number {
    return drawShare(this.draw, this.rate.mean, this.rate.strength);
  }
}
