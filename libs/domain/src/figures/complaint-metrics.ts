import type { MetricDefinition } from './metric-definition.js';

/** A complaint closed is a lasting answer if it is not reopened so soon; one received so soon after another is a repeat. */
export const reopenWithinDays = 30;
export const repeatWithinDays = 30;

const ofComplaints = { version: 1, kind: 'proportion', unit: 'rate', side: 'answerable', minimumN: 5 } as const;

/**
 * A clock belongs to the period in which it falls due; what is due later is left out of both sides, as it can still be
 * kept or broken. Due and unmet counts as late, and how many of them wait still is told beside.
 */
const inTime = {
  ...ofComplaints,
  direction: 'higher is better',
  ownedBy: 'due date',
  numerator: { clock_met_in_time: 1 },
  denominator: { clock_due: 1 },
  excluded: { 'not due yet': { clock_not_due: 1 } },
  beside: { clock_open_late: 1 },
} as const;

/** How complaints are worked on, from the courses of the complaints that are neither voided nor merged away. */
export const complaintMetrics = {
  'acknowledged-in-time': {
    ...inTime,
    source: 'acknowledgement-clock',
    name: 'Acknowledged in time',
    formula: 'acknowledged within the promised time / acknowledgements due; due and open counts as late',
  },
  'resolved-in-time': {
    ...inTime,
    source: 'answer-clock',
    name: 'Resolved in time',
    formula: 'answered or closed within the promised time / answers due; due and open counts as late',
  },
  'complaint-reopen-rate': {
    ...ofComplaints,
    direction: 'lower is better',
    ownedBy: 'close',
    source: 'closing',
    name: 'Complaints reopened',
    formula: 'closings of the period reopened within 30 days / closings of the period',
    numerator: { closing_reopened: 1 },
    denominator: { closing: 1 },
    beside: { closing_recent: 1 },
  },
  'repeat-complaint-rate': {
    ...ofComplaints,
    direction: 'lower is better',
    ownedBy: 'first receipt',
    source: 'receipt',
    name: 'Repeat complaints',
    formula: 'complaints whose account complained of the same reason within the last 30 days / complaints',
    numerator: { complaint_repeated: 1 },
    denominator: { complaint_received: 1 },
  },
  'complaints-per-1000-accounts': {
    version: 1,
    side: 'answerable',
    minimumN: 5,
    source: 'complaint-of-accounts',
    kind: 'ratio',
    unit: 'per-thousand',
    per: 1000,
    direction: 'lower is better',
    ownedBy: 'first receipt',
    name: 'Complaints per 1,000 accounts',
    formula:
      'complaints received / accounts with a contact, an answer or revenue in the 12 months before the end of the period x 1000',
    numerator: { complaint_of_account: 1 },
    denominator: { account_active: 1 },
  },
  'upheld-rate': {
    ...ofComplaints,
    direction: 'lower is better',
    ownedBy: 'decision',
    source: 'decision',
    name: 'Complaints upheld',
    formula: 'upheld / decided; partly upheld stays below the line and is told beside',
    numerator: { upheld: 1 },
    denominator: { decided: 1 },
    beside: { partly_upheld: 1 },
  },
} as const satisfies Record<string, MetricDefinition>;
