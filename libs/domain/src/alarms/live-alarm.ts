import { mustBeFinite, mustBePositive } from '../statistics/sound-input.js';
import { type BernoulliCusumPlan, bernoulliWeights } from './bernoulli-cusum.js';

/** A department's contacts of one minute; negative where a later correction takes something back. */
export interface MinuteOfContacts {
  /** The minute's beginning, in milliseconds. */
  readonly at: number;
  readonly contacts: number;
  readonly complaints: number;
}

export type AlarmPlan = BernoulliCusumPlan;

/** What speaks for a rise; begins with `noEvidence`. */
export interface AlarmEvidence {
  /** From 0 to the threshold. */
  readonly sum: number;
  /** The first minute after the sum was last 0: the estimate of when the rise began. Null while the sum is 0. */
  readonly since: number | null;
  /** Contacts of the minutes since then. */
  readonly contacts: number;
  /** Complaints of the minutes since then. */
  readonly complaints: number;
  readonly isRaised: boolean;
}

export const noEvidence: AlarmEvidence = { sum: 0, since: null, contacts: 0, complaints: 0, isRaised: false };

/** What a contact adds to the sum; `complaint` above 0, `other` below. */
export interface AlarmWeights {
  readonly complaint: number;
  readonly other: number;
}

/** The sum after so many contacts without complaint: one subtraction, however many they are. Never under 0. */
export const sumAfterOthers = (sum: number, others: number, weights: AlarmWeights): number =>
  Math.max(0, sum + others * weights.other);

/** The sum after a complaint. At the threshold it raises the alarm, and there it is capped. */
export const sumAfterComplaint = (sum: number, weights: AlarmWeights, threshold: number): number =>
  Math.min(threshold, sum + weights.complaint);

/**
 * The evidence after one more minute: the Bernoulli CUSUM per contact. It is raised at the threshold, where the sum is
 * capped, and ebbs when the sum is back at 0; only then can the next alarm be raised. So evidence is given up as slowly as
 * it was won, and a rise is one alarm for as long as the evidence lasts.
 *
 * The order inside a minute is not kept. Its complaints are taken as spread evenly among the others: as many others before,
 * between and after them. A minute that takes something back, or has more complaints than contacts (a contact became a
 * complaint later), is one step of the same weights. What belongs to a minute before `since` counts in the sum only.
 */
export function withMinute(before: AlarmEvidence, minute: MinuteOfContacts, plan: AlarmPlan): AlarmEvidence {
  const weights = weightsOf(plan);
  mustBeFinite("The minute's beginning", minute.at);
  mustBeWholeNumber('The contacts of a minute', minute.contacts);
  mustBeWholeNumber('The complaints of a minute', minute.complaints);
  const { contacts, complaints } = minute;
  if (contacts === 0 && complaints === 0) return before;
  const walk = new Walk(before, plan.threshold);
  const others = contacts - complaints;
  if (complaints < 0 || others < 0) walk.move(complaints * weights.complaint + others * weights.other);
  else {
    const between = others / (complaints + 1);
    walk.others(between, weights);
    for (let n = 0; n < complaints; n += 1) {
      walk.complaint(weights);
      walk.others(between, weights);
    }
  }
  return walk.evidence(before, minute);
}

/** How far the evidence is on its way to an alarm, 0 to 1. The tile is on watch from 0.5. */
export function evidenceShare({ sum }: AlarmEvidence, { threshold }: AlarmPlan): number {
  mustBePositive('The threshold', threshold);
  return Math.min(1, sum / threshold);
}

/** The sum on its way through one minute. */
class Walk {
  private sum: number;
  private isRaised: boolean;
  private wasAtZero: boolean;

  constructor(
    { sum, isRaised }: AlarmEvidence,
    private readonly threshold: number,
  ) {
    // The plan may have been renewed meanwhile, with a lower threshold.
    this.sum = Math.min(sum, threshold);
    this.isRaised = isRaised || this.sum >= threshold;
    this.wasAtZero = sum === 0;
  }

  others(count: number, weights: AlarmWeights): void {
    this.reach(sumAfterOthers(this.sum, count, weights));
  }

  complaint(weights: AlarmWeights): void {
    this.reach(sumAfterComplaint(this.sum, weights, this.threshold));
  }

  move(by: number): void {
    this.reach(Math.min(this.threshold, Math.max(0, this.sum + by)));
  }

  private reach(sum: number): void {
    this.sum = sum;
    if (sum === 0) {
      this.isRaised = false;
      this.wasAtZero = true;
    } else if (sum >= this.threshold) this.isRaised = true;
  }

  evidence(before: AlarmEvidence, { at, contacts, complaints }: MinuteOfContacts): AlarmEvidence {
    const { sum, isRaised } = this;
    if (sum === 0) return noEvidence;
    if (this.wasAtZero || before.since === null) {
      return { sum, since: at, contacts: Math.max(0, contacts), complaints: Math.max(0, complaints), isRaised };
    }
    if (at < before.since) return { ...before, sum, isRaised };
    return {
      ...{ sum, since: before.since, isRaised },
      contacts: Math.max(0, before.contacts + contacts),
      complaints: Math.max(0, before.complaints + complaints),
    };
  }
}

/** The plan's weights; an alarm looks for a rise, so the odds ratio is above 1. */
export function weightsOf(plan: AlarmPlan): AlarmWeights {
  mustBePositive('The threshold', plan.threshold);
  if (plan.oddsRatio < 1) throw new RangeError(`The odds ratio of a rise must be above 1, and is ${plan.oddsRatio}`);
  return bernoulliWeights(plan);
}

function mustBeWholeNumber(what: string, value: number): void {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${what} must be a whole number, and is ${value}`);
}
