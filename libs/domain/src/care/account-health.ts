/** What a signal costs, in points of 100. */
export interface HealthPoints {
  readonly overdueComplaint: number;
  readonly overdueComplaintsMost: number;
  /** Times the shrunk share of low answers. */
  readonly lowAnswers: number;
  readonly silence: number;
  readonly longSilence: number;
  readonly revenueDown: number;
  readonly revenueFarDown: number;
  readonly brokenPromise: number;
  readonly brokenPromisesMost: number;
  readonly personGone: number;
  readonly noTraining: number;
}

/** As METRICS.md names them; settings may put others in their place. */
export const defaultHealthPoints: HealthPoints = {
  overdueComplaint: 15,
  overdueComplaintsMost: 30,
  lowAnswers: 30,
  silence: 10,
  longSilence: 20,
  revenueDown: 10,
  revenueFarDown: 20,
  brokenPromise: 10,
  brokenPromisesMost: 20,
  personGone: 5,
  noTraining: 5,
};

export const healthBands = ['at-risk', 'watch', 'good'] as const;
export type HealthBand = (typeof healthBands)[number];

/** 80 and more is good, 60 and more is watch; compared unrounded. */
export const bandOf = (health: number): HealthBand => (health >= 80 ? 'good' : health >= 60 ? 'watch' : 'at-risk');

/** What is known of an account at a moment; null where there is nothing to judge by. */
export interface HealthFacts {
  /** Open complaints that are past a promised time. */
  readonly overdueComplaints: number;
  /** Satisfaction answers of the last 90 days, those below 4 of 5 among them, and the same share over all key accounts. */
  readonly answers: { readonly low: number; readonly n: number; readonly lowShareOfAll: number } | null;
  /**
   * Working days since the last contact, and the median of working days between two days with a contact in the last 12
   * months; null where there are too few of them for a habit.
   */
  readonly silence: { readonly days: number; readonly medianGapDays: number } | null;
  /** Of the last three whole months, and of the same three a year before. */
  readonly revenue: { readonly now: number; readonly yearBefore: number } | null;
  /** Broken in the last 90 days; null where none was ever made to them. */
  readonly brokenPromises: number | null;
  /** The one called first, or spoken with last, has left; null where neither is known. */
  readonly isPersonGone: boolean | null;
  /** Days since they were trained last, Infinity for never; null where nobody's training is recorded. */
  readonly daysSinceTraining: number | null;
}

export const healthSignals = [
  'overdue-complaints',
  'low-answers',
  'silence',
  'revenue',
  'broken-promises',
  'person-gone',
  'no-training',
] as const;
export type HealthSignalName = (typeof healthSignals)[number];

export interface HealthSignal {
  readonly signal: HealthSignalName;
  /** Taken from 100; 0 where nothing speaks against them, or nothing is known. */
  readonly points: number;
  readonly hasData: boolean;
}

export interface AccountHealth {
  /** 0 to 100. */
  readonly health: number;
  readonly band: HealthBand;
  /** In a fixed order; their points add up to 100 less the health, but for the floor at 0. */
  readonly signals: readonly HealthSignal[];
}

/** So many answers of the average key account are added to an account's own before its share is believed. */
export const priorAnswers = 4;
const trainingDays = 365;

/**
 * An index of ours: 100 less the points of what speaks against an account (METRICS.md, account-health). What has no data
 * takes no points and says so. An account without a low answer loses none for its answers, however few they are.
 */
export function accountHealth(facts: HealthFacts, points: HealthPoints = defaultHealthPoints): AccountHealth {
  const { overdueComplaints, answers, silence, revenue, brokenPromises, isPersonGone, daysSinceTraining } = facts;
  const signals: readonly HealthSignal[] = [
    known('overdue-complaints', Math.min(overdueComplaints * points.overdueComplaint, points.overdueComplaintsMost)),
    answers && answers.n > 0 ? known('low-answers', points.lowAnswers * lowShare(answers)) : unknown('low-answers'),
    silence ? known('silence', silencePoints(silence, points)) : unknown('silence'),
    revenue && revenue.yearBefore > 0 ? known('revenue', revenuePoints(revenue, points)) : unknown('revenue'),
    brokenPromises === null
      ? unknown('broken-promises')
      : known('broken-promises', Math.min(brokenPromises * points.brokenPromise, points.brokenPromisesMost)),
    isPersonGone === null ? unknown('person-gone') : known('person-gone', isPersonGone ? points.personGone : 0),
    daysSinceTraining === null
      ? unknown('no-training')
      : known('no-training', daysSinceTraining > trainingDays ? points.noTraining : 0),
  ];
  const health = Math.max(0, 100 - signals.reduce((sum, signal) => sum + signal.points, 0));
  return { health, band: bandOf(health), signals };
}

/**
 * As they are shown, to a tenth: points upwards and so the health downwards. What is shown as 80 is in the band of 80,
 * and 100 less the points shown is the health shown, as one signal at most has more than a tenth.
 */
export const shownPoints = (points: number): number => Math.ceil(points * 10 - tolerance) / 10;
export const shownHealth = (health: number): number => Math.floor(health * 10 + tolerance) / 10;
/** What binary fractions add or take. */
const tolerance = 1e-6;

/** Shrunk towards the share of all key accounts, so that one bad answer of one is not taken for the whole. */
const lowShare = ({ low, n, lowShareOfAll }: NonNullable<HealthFacts['answers']>): number =>
  low === 0 ? 0 : (low + priorAnswers * lowShareOfAll) / (n + priorAnswers);

function silencePoints({ days, medianGapDays }: NonNullable<HealthFacts['silence']>, points: HealthPoints): number {
  if (days > 3 * medianGapDays) return points.longSilence;
  return days > 2 * medianGapDays ? points.silence : 0;
}

function revenuePoints({ now, yearBefore }: NonNullable<HealthFacts['revenue']>, points: HealthPoints): number {
  const down = (yearBefore - now) / yearBefore;
  if (down >= 0.4) return points.revenueFarDown;
  return down >= 0.2 ? points.revenueDown : 0;
}

const known = (signal: HealthSignalName, points: number): HealthSignal => ({ signal, points, hasData: true });
const unknown = (signal: HealthSignalName): HealthSignal => ({ signal, points: 0, hasData: false });
