import type { AtomSum } from './atom-name.js';

/** What a figure can be broken down by or narrowed to. A band is named by where it begins, in seconds ("0010"). `attribute:x` is a field that an import brought along. */
export const dimensionNames = [
  'department',
  'team',
  'rep',
  'supervisor',
  'channel',
  'direction',
  'purpose',
  'outcome',
  'reason',
  'account',
  'date',
  'week',
  'month',
  'quarter',
  'year',
  'weekday',
  'hour',
  'quarter-hour',
  'score',
  'wait-band',
  'talk-band',
] as const;
export type DimensionName = (typeof dimensionNames)[number];

/**
 * What happens once or more in the course of a complaint, each a row with a date of its own: a clock of it that falls due,
 * a closing, its receipt, its (last) decision.
 */
export type ComplaintFact = 'acknowledgement-clock' | 'answer-clock' | 'closing' | 'receipt' | 'decision';

export interface MetricDefinition {
  readonly version: number;
  /** Plain words, English; the console has its own in both languages. */
  readonly name: string;
  readonly formula: string;
  /** proportion: numerator lies inside the denominator; ratio: it need not; mean: a sum over its count. */
  readonly kind: 'proportion' | 'ratio' | 'mean' | 'count';
  readonly unit: 'rate' | 'seconds' | 'score' | 'contacts' | 'complaints' | 'number';
  readonly direction: 'lower is better' | 'higher is better' | 'neither';
  /** Which date puts a row into a period. */
  readonly ownedBy:
    'contact end' | 'answer time' | 'first receipt' | 'due date' | 'close' | 'decision' | 'there by the end';
  readonly source: 'contact' | 'answer' | 'concerning' | 'complaint' | 'account' | ComplaintFact;
  /** Whose department: the one answerable for the reason, or the one that handled the contact. */
  readonly side: 'answerable' | 'handling';
  readonly numerator: AtomSum;
  /** Null for a count. */
  readonly denominator: AtomSum | null;
  /** Of means: the sum of the squared values. */
  readonly squares?: AtomSum;
  /** What is left out of both sides, by reason; sums of atoms. */
  readonly excluded?: Readonly<Record<string, AtomSum>>;
  /** Counts shown beside the figure, never inside. */
  readonly beside?: AtomSum;
  /** Breakdowns that would judge the wrong people, and the metric that answers instead. */
  readonly notBy?: { readonly dimensions: readonly DimensionName[]; readonly insteadUse: string };
  /** The least and the most that a value can be. */
  readonly scale?: { readonly low: number; readonly high: number };
  /** It is the figure of an attribute that the question names. */
  readonly isOfAttribute?: true;
  readonly minimumN: number;
}
