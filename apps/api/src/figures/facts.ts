import {
  accountFacts,
  type AccountFact,
  type CareFact,
  careFacts,
  type ComplaintFact,
  complaintFacts,
  type ExamFact,
  examFacts,
  type MetricDefinition,
  satisfactionFacts,
  type SatisfactionFact,
} from '@forecall/domain';
import { complaintsOfAccounts } from './account-facts.js';
import { careRelation, type FactsAsked } from './care-facts.js';
import { complaintRelations } from './complaint-facts.js';
import { examRelation } from './exam-facts.js';
import { satisfactionRelations } from './satisfaction-facts.js';

type Source = MetricDefinition['source'];
const isOfComplaints = (source: Source): source is ComplaintFact => complaintFacts.some((fact) => fact === source);
const isOfCare = (source: Source): source is CareFact => careFacts.some((fact) => fact === source);
export const isOfExams = (source: Source): source is ExamFact => examFacts.some((fact) => fact === source);
const isOfSatisfaction = (source: Source): source is SatisfactionFact =>
  satisfactionFacts.some((fact) => fact === source);
const isOfAccounts = (source: Source): source is AccountFact => accountFacts.some((fact) => fact === source);

/** Whether a metric reads rows that have a moment and an attribution of their own. */
export const isOfFacts = ({ source }: Pick<MetricDefinition, 'source'>): boolean =>
  isOfComplaints(source) || isOfCare(source) || isOfExams(source) || isOfSatisfaction(source) || isOfAccounts(source);

/** The rows of a fact, each with its moment as `at`; undefined for the other sources. */
export function factRows(
  question: FactsAsked & { readonly metric: Pick<MetricDefinition, 'source'> },
): string | undefined {
  const { source } = question.metric;
  if (isOfComplaints(source)) return complaintRelations[source];
  if (isOfSatisfaction(source)) return satisfactionRelations[source];
  if (isOfAccounts(source)) return complaintsOfAccounts(question);
  if (isOfExams(source)) return examRelation(source, question);
  return isOfCare(source) ? careRelation(source, question) : undefined;
}

/** What the rows of clocks, proactive calls, promises, asks, perceptions and first contacts say besides; all others nothing. */
export function ownColumns({ source }: Pick<MetricDefinition, 'source'>): string {
  const isClock = source === 'acknowledgement-clock' || source === 'answer-clock';
  const hasOutcome = source === 'planned-call' || source === 'promise' || isOfSatisfaction(source);
  return [
    isClock
      ? 'r.unit, r.amount, r.allows_pauses, r.met_at'
      : 'NULL AS unit, NULL::integer AS amount, NULL::boolean AS allows_pauses, NULL::timestamptz AS met_at',
    hasOutcome
      ? 'r.what, r.outcome_as, r.outcome_at'
      : 'NULL::text AS what, NULL::text AS outcome_as, NULL::timestamptz AS outcome_at',
  ].join(', ');
}
