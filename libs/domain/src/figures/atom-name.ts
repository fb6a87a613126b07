/** The countable facts, in plain words. What each means in the tables is declared once, beside the tables. */
export const atomMeanings = {
  handled: 'contacts answered or reached',
  offered: 'inbound contacts answered or abandoned in the queue',
  abandoned: 'contacts abandoned in the queue',
  abandoned_in_menu: 'contacts abandoned in the menu',
  complaint: 'handled contacts that are complaints',
  found_by_us: 'problems first found by our own call',
  resolved: 'handled contacts marked as resolved',
  resolved_inbound: 'inbound handled contacts marked as resolved',
  queue_offered: 'offered contacts on a channel with a queue',
  queue_answered: 'answered contacts on a channel with a queue',
  queue_abandoned: 'abandoned contacts on a channel with a queue',
  answered_in_time: 'contacts answered within the time T',
  abandoned_in_time: 'contacts abandoned within the time T',
  abandoned_in_5s: 'contacts abandoned within 5 seconds',
  wait_known: 'answered contacts with a recorded wait',
  wait_seconds: 'seconds of wait until answered',
  wait_seconds_squared: 'squares of those seconds',
  abandon_wait_known: 'abandoned contacts with a recorded wait',
  abandon_wait_seconds: 'seconds of wait until abandoned',
  abandon_wait_seconds_squared: 'squares of those seconds',
  talk_known: 'handled contacts with a recorded talk',
  talk_seconds: 'seconds of talk',
  talk_seconds_squared: 'squares of those seconds',
  handle_seconds: 'seconds of talk, hold and after-call work',
  handle_seconds_squared: 'squares of those seconds',
  concerning: 'complaints that concern the rep',
  clock_due: 'promised times that are over by now, kept or not',
  clock_met_in_time: 'promised times that were kept',
  clock_open_late: 'promised times that are over while the complaint still waits',
  clock_not_due: 'promised times still to come',
  closing: 'closings of complaints',
  closing_reopened: 'closings of complaints that were reopened within 30 days',
  closing_recent: 'closings of complaints less than 30 days ago, which may still be reopened in time',
  complaint_received: 'complaints received',
  complaint_repeated: 'complaints whose account complained of the same within the 30 days before',
  decided: 'complaints decided',
  upheld: 'complaints upheld',
  partly_upheld: 'complaints upheld in part',
  call_due: 'proactive calls that were due, made or not',
  call_in_time: 'proactive calls that reached somebody by the end of their grace',
  call_open_late: 'proactive calls whose grace is over and that are still to be made',
  call_not_due: 'proactive calls whose grace is not over',
  problem: 'problems found at key accounts',
  problem_caught: 'problems at key accounts first found by our call',
  lead_known: 'problems found by us of which the customer complained later',
  lead_seconds: 'seconds from our finding to the complaint',
  lead_seconds_squared: 'squares of those seconds',
  lead_censored: 'problems found by us of which the customer never complained',
  proactive_reached: 'proactive contacts that reached somebody',
  proactive_catch: 'problems found by those contacts',
  promise_due: 'promises due, kept or not',
  promise_kept: 'promises kept by their original due time',
  promise_open_late: 'promises past their original due time that are still open',
  promise_renegotiated: 'promises renegotiated before they were due',
  promise_void: 'promises that are void',
  promise_not_due: 'promises still to come',
  key_account: 'key accounts',
  key_account_trained: 'key accounts trained in the 12 months before',
  any_row: 'contacts or customers',
  attribute_known: 'rows with a number, or a yes or no, in the attribute',
  attribute_value: 'sum of the attribute, yes as 1 and no as 0',
  attribute_squared: 'squares of those values',
  attribute_yes_no: 'rows with a yes or no in the attribute',
  attribute_negative: 'rows with a value below zero in the attribute',
  answer_1: 'answers of 1 out of 5',
  answer_2: 'answers of 2 out of 5',
  answer_3: 'answers of 3 out of 5',
  answer_4: 'answers of 4 out of 5',
  answer_5: 'answers of 5 out of 5',
} as const;

export type AtomName = keyof typeof atomMeanings;
export const atomNames = Object.keys(atomMeanings) as AtomName[];

/** A sum of atoms, each times a whole number: `{ answer_4: 1, answer_5: 1 }`. */
export type AtomSum = Readonly<Partial<Record<AtomName, number>>>;

/** How often (or how much) each atom was counted; what is missing is 0. */
export type AtomCounts = Readonly<Partial<Record<AtomName, number>>>;

export const atomsIn = (sum: AtomSum): AtomName[] => Object.keys(sum) as AtomName[];

export const amountOf = (sum: AtomSum, counts: AtomCounts): number =>
  atomsIn(sum).reduce((total, atom) => total + (sum[atom] ?? 0) * (counts[atom] ?? 0), 0);
