export const careClasses = ['loyal', 'fast-growing', 'dormant', 'worth-cultivating'] as const;

/** What makes an account a key account: what we want with it. */
export type CareClass = (typeof careClasses)[number];

/** Ids of figures that tell whether a strategy works, as the catalogue of figures names them. */
export type CareFigure =
  | 'account-health'
  | 'cadence-compliance'
  | 'complaint-rate'
  | 'csat'
  | 'proactive-catch-rate'
  | 'promise-kept-rate'
  | 'resolved-in-time'
  | 'training-coverage';

/** How a class is cared for; what is to be done stands in words in the translations. */
export interface CareStrategy {
  /** Calendar days from one proactive call to the next, until somebody sets others. */
  readonly everyDays: number;
  /** Who looks after such an account: its rep alone, or with the support staff. */
  readonly who: 'rep' | 'rep-and-support';
  readonly figures: readonly CareFigure[];
}

export const careStrategies: Readonly<Record<CareClass, CareStrategy>> = {
  loyal: { everyDays: 14, who: 'rep', figures: ['account-health', 'csat', 'resolved-in-time'] },
  'fast-growing': {
    everyDays: 7,
    who: 'rep-and-support',
    figures: ['promise-kept-rate', 'complaint-rate', 'training-coverage'],
  },
  dormant: { everyDays: 30, who: 'rep', figures: ['cadence-compliance', 'proactive-catch-rate'] },
  'worth-cultivating': { everyDays: 21, who: 'rep-and-support', figures: ['cadence-compliance', 'training-coverage'] },
};
