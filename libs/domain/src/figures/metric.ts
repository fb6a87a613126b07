import type { AtomSum } from './atom-name.js';

/** What a figure can be broken down by or narrowed to. `attribute:x` is a field that an import brought along. */
export const dimensionNames = [
  'department',
  'team',
  'rep',
  'supervisor',
  'channel',
  'reason',
  'account',
  'date',
  'week',
  'month',
  'weekday',
  'hour',
  'quarter-hour',
  'score',
] as const;
export type DimensionName = (typeof dimensionNames)[number];

export interface MetricDefinition {
  readonly version: number;
  /** Plain words, English; the console has its own in both languages. */
  readonly name: string;
  readonly formula: string;
  /** proportion: numerator lies inside the denominator; ratio: it need not; mean: a sum over its count. */
  readonly kind: 'proportion' | 'ratio' | 'mean' | 'count';
  readonly unit: 'rate' | 'seconds' | 'score' | 'contacts' | 'complaints';
  readonly direction: 'lower is better' | 'higher is better' | 'neither';
  /** Which date puts a row into a period. */
  readonly ownedBy: 'contact end' | 'answer time' | 'first receipt';
  readonly source: 'contact' | 'answer' | 'concerning' | 'complaint';
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
  readonly minimumN: number;
}

const complaintRate = {
  version: 1,
  kind: 'proportion',
  unit: 'rate',
  direction: 'lower is better',
  ownedBy: 'contact end',
  source: 'contact',
  numerator: { complaint: 1 },
  denominator: { handled: 1 },
  beside: { found_by_us: 1 },
  notBy: { dimensions: ['rep', 'team', 'supervisor'], insteadUse: 'complaints-concerning' },
  minimumN: 5,
} as const;

const count = {
  version: 1,
  kind: 'count',
  ownedBy: 'contact end',
  source: 'contact',
  side: 'handling',
  denominator: null,
  direction: 'neither',
  minimumN: 1,
} as const;

const ofContacts = { version: 1, ownedBy: 'contact end', source: 'contact', side: 'handling', minimumN: 5 } as const;

const serviceLevel = {
  ...ofContacts,
  kind: 'proportion',
  unit: 'rate',
  direction: 'higher is better',
  excluded: { 'no queue': { offered: 1, queue_offered: -1 } },
} as const;

const allAnswers = { answer_1: 1, answer_2: 1, answer_3: 1, answer_4: 1, answer_5: 1 } as const;

/** Every figure, defined once. A change of meaning raises the version; answers carry it. */
export const metrics = {
  'complaint-rate': {
    ...complaintRate,
    side: 'answerable',
    name: 'Complaint rate',
    formula: 'handled contacts that are complaints / handled contacts, of the answerable department',
  },
  'complaint-rate-handling': {
    ...complaintRate,
    side: 'handling',
    name: 'Complaint rate by handling department',
    formula: 'handled contacts that are complaints / handled contacts, of the handling department',
  },
  'complaints-concerning': {
    ...ofContacts,
    source: 'concerning',
    kind: 'ratio',
    unit: 'rate',
    direction: 'lower is better',
    name: 'Complaints concerning',
    formula: 'complaints that concern the rep or team / contacts handled by the rep or team',
    numerator: { concerning: 1 },
    denominator: { handled: 1 },
  },
  offered: {
    ...count,
    unit: 'contacts',
    name: 'Offered',
    formula: 'inbound service contacts answered or abandoned in the queue',
    numerator: { offered: 1 },
    beside: { abandoned_in_menu: 1 },
  },
  handled: {
    ...count,
    unit: 'contacts',
    name: 'Handled',
    formula: 'inbound contacts answered and outbound service contacts that reached someone',
    numerator: { handled: 1 },
  },
  'abandonment-rate': {
    ...ofContacts,
    kind: 'proportion',
    unit: 'rate',
    direction: 'lower is better',
    name: 'Abandonment rate',
    formula: 'abandoned in the queue / offered, on channels with a queue',
    numerator: { queue_abandoned: 1 },
    denominator: { queue_offered: 1 },
    excluded: { 'no queue': { offered: 1, queue_offered: -1 } },
    beside: { abandoned_in_menu: 1 },
  },
  asa: {
    ...ofContacts,
    kind: 'mean',
    unit: 'seconds',
    direction: 'lower is better',
    name: 'Average speed of answer',
    formula: 'wait of answered / answered with a wait recorded',
    numerator: { wait_seconds: 1 },
    denominator: { wait_known: 1 },
    squares: { wait_seconds_squared: 1 },
    excluded: { 'wait not recorded': { queue_answered: 1, wait_known: -1 } },
  },
  'time-to-abandon': {
    ...ofContacts,
    kind: 'mean',
    unit: 'seconds',
    direction: 'neither',
    name: 'Time to abandon',
    formula: 'wait of abandoned in the queue / abandoned with a wait recorded, on channels with a queue',
    numerator: { abandon_wait_seconds: 1 },
    denominator: { abandon_wait_known: 1 },
    squares: { abandon_wait_seconds_squared: 1 },
    excluded: { 'wait not recorded': { queue_abandoned: 1, abandon_wait_known: -1 } },
  },
  'service-level-1': {
    ...serviceLevel,
    name: 'Service level (1)',
    formula: '(answered in T + abandoned in T) / offered',
    numerator: { answered_in_time: 1, abandoned_in_time: 1 },
    denominator: { queue_offered: 1 },
  },
  'service-level-2': {
    ...serviceLevel,
    name: 'Service level (2)',
    formula: 'answered in T / answered; hides abandons',
    numerator: { answered_in_time: 1 },
    denominator: { queue_answered: 1 },
  },
  'service-level-3': {
    ...serviceLevel,
    name: 'Service level (3)',
    formula: 'answered in T / offered',
    numerator: { answered_in_time: 1 },
    denominator: { queue_offered: 1 },
  },
  'service-level-4': {
    ...serviceLevel,
    name: 'Service level (4)',
    formula: 'answered in T / (offered - abandoned in T)',
    numerator: { answered_in_time: 1 },
    denominator: { queue_offered: 1, abandoned_in_time: -1 },
  },
  'service-level-5': {
    ...serviceLevel,
    name: 'Service level (5)',
    formula: '(answered in T + abandoned in 5 s) / offered',
    numerator: { answered_in_time: 1, abandoned_in_5s: 1 },
    denominator: { queue_offered: 1 },
  },
  'talk-mean': {
    ...ofContacts,
    kind: 'mean',
    unit: 'seconds',
    direction: 'neither',
    name: 'Mean talk time',
    formula: 'talk / handled with talk recorded',
    numerator: { talk_seconds: 1 },
    denominator: { talk_known: 1 },
    squares: { talk_seconds_squared: 1 },
    excluded: { 'talk not recorded': { handled: 1, talk_known: -1 } },
  },
  aht: {
    ...ofContacts,
    kind: 'mean',
    unit: 'seconds',
    direction: 'neither',
    name: 'Average handling time',
    formula: '(talk + hold + after-call work) / handled with talk recorded; a part never recorded counts 0',
    numerator: { handle_seconds: 1 },
    denominator: { talk_known: 1 },
    squares: { handle_seconds_squared: 1 },
    excluded: { 'talk not recorded': { handled: 1, talk_known: -1 } },
  },
  'resolved-at-contact': {
    ...ofContacts,
    kind: 'proportion',
    unit: 'rate',
    direction: 'higher is better',
    name: 'Resolved at contact, of handled',
    formula: 'handled contacts marked as resolved / handled contacts',
    numerator: { resolved: 1 },
    denominator: { handled: 1 },
  },
  'resolved-of-offered': {
    ...ofContacts,
    kind: 'proportion',
    unit: 'rate',
    direction: 'higher is better',
    name: 'Resolved at contact, of offered',
    formula: 'inbound contacts marked as resolved / offered contacts',
    numerator: { resolved_inbound: 1 },
    denominator: { offered: 1 },
  },
  csat: {
    ...ofContacts,
    source: 'answer',
    ownedBy: 'answer time',
    kind: 'proportion',
    unit: 'rate',
    direction: 'higher is better',
    name: 'Satisfied answers',
    formula: 'answers 4 or 5 / valid answers on 1..5',
    numerator: { answer_4: 1, answer_5: 1 },
    denominator: allAnswers,
  },
  'csat-mean': {
    ...ofContacts,
    source: 'answer',
    ownedBy: 'answer time',
    kind: 'mean',
    unit: 'score',
    direction: 'higher is better',
    name: 'Mean satisfaction score',
    formula: 'sum of the scores / number of answers on 1..5',
    numerator: { answer_1: 1, answer_2: 2, answer_3: 3, answer_4: 4, answer_5: 5 },
    denominator: allAnswers,
    squares: { answer_1: 1, answer_2: 4, answer_3: 9, answer_4: 16, answer_5: 25 },
  },
  'open-complaints': {
    ...count,
    source: 'complaint',
    side: 'answerable',
    unit: 'complaints',
    direction: 'lower is better',
    ownedBy: 'first receipt',
    name: 'Open complaints',
    formula: 'complaints not closed, not voided and not merged away at the end of the period',
    numerator: { complaint: 1 },
  },
} as const satisfies Record<string, MetricDefinition>;

export type MetricId = keyof typeof metrics;
export const metricIds = Object.keys(metrics) as [MetricId, ...MetricId[]];
export const definitionOf = (id: MetricId): MetricDefinition => metrics[id];
