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
  'care-class',
  'campaign',
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
export const complaintFacts = ['acknowledgement-clock', 'answer-clock', 'closing', 'receipt', 'decision'] as const;

/**
 * What happens in the care for key accounts, each a row with a date of its own: a call of ours that falls due, a problem,
 * one that we found, a call of ours that reached somebody, a promise that falls due; and a key account itself.
 */
export const careFacts = ['planned-call', 'problem', 'finding', 'proactive-contact', 'promise', 'key-account'] as const;

/**
 * How candidates of practical exams fare, a row for each candidate of a campaign: with their first attempt that counts,
 * and with the attempt that decides, which is the first passed one, else the last failed one.
 */
export const examFacts = ['first-attempt', 'last-attempt'] as const;

/** A relation of rows with a moment and an attribution of their own, which figures read as they are. */
export type Fact = ComplaintFact | CareFact | ExamFact;
export type ComplaintFact = (typeof complaintFacts)[number];
export type CareFact = (typeof careFacts)[number];
export type ExamFact = (typeof examFacts)[number];

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
    | 'contact end'
    | 'answer time'
    | 'first receipt'
    | 'due date'
    | 'close'
    | 'decision'
    | 'settling'
    | 'there by the end';
  readonly source: 'contact' | 'answer' | 'concerning' | 'complaint' | 'account' | Fact;
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
  /** Of ratios: chance moves the count below the line (so many calls for each catch) and not the one above it. */
  readonly isInverse?: true;
  /** Breakdowns that would judge the wrong people, and the metric that answers instead. */
  readonly notBy?: { readonly dimensions: readonly DimensionName[]; readonly insteadUse: string };
  /** The least and the most that a value can be. */
  readonly scale?: { readonly low: number; readonly high: number };
  /** It is the figure of an attribute that the question names. */
  readonly isOfAttribute?: true;
  readonly minimumN: number;
}
