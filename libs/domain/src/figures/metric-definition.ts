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
  'widest-reason',
  'account',
  'care-class',
  'campaign',
  'servqual-dimension',
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

/**
 * What surveys and contacts tell, each a row with a date of its own: an ask about a contact or complaint, one about the
 * relationship, a perception with the expectation of the same reply, a contact with what came after it on its matter.
 */
export const satisfactionFacts = ['contact-ask', 'relationship-ask', 'perception', 'first-contact'] as const;

/** Complaints of the period, and at its end the accounts that are active. */
export const accountFacts = ['complaint-of-accounts'] as const;

/** A relation of rows with a moment and an attribution of their own, which figures read as they are. */
export type Fact = ComplaintFact | CareFact | ExamFact | SatisfactionFact | AccountFact;
export type ComplaintFact = (typeof complaintFacts)[number];
export type CareFact = (typeof careFacts)[number];
export type ExamFact = (typeof examFacts)[number];
export type SatisfactionFact = (typeof satisfactionFacts)[number];
export type AccountFact = (typeof accountFacts)[number];

export interface MetricDefinition {
  readonly version: number;
  /** Plain words, English; the console has its own in both languages. */
  readonly name: string;
  readonly formula: string;
  /** proportion: numerator lies inside the denominator; ratio: it need not; mean: a sum over its count. */
  readonly kind: 'proportion' | 'ratio' | 'mean' | 'count';
  /** net-share: shares less shares, -1..1, shown times 100; gap: steps of a scale between two answers. */
  readonly unit:
    'rate' | 'seconds' | 'score' | 'contacts' | 'complaints' | 'number' | 'net-share' | 'gap' | 'per-thousand';
  readonly direction: 'lower is better' | 'higher is better' | 'neither';
  /** Which date puts a row into a period. */
  readonly ownedBy:
    | 'contact end'
    | 'answer time'
    | 'day asked'
    | 'first receipt'
    | 'due date'
    | 'close'
    | 'decision'
    | 'settling'
    | 'there by the end';
  /** answer: those about a contact; relationship: those about none. */
  readonly source: 'contact' | 'answer' | 'relationship' | 'concerning' | 'complaint' | 'account' | Fact;
  /** Of answers: of which kind. */
  readonly answers?: 'csat' | 'nps' | 'ces';
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
  /** The value is of so many: complaints of each thousand. */
  readonly per?: number;
  /** It is the figure of an attribute that the question names. */
  readonly isOfAttribute?: true;
  readonly minimumN: number;
}
