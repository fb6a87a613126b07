import type { ComplaintFilters } from '@forecall/contracts';
import { complaintSteps, runningNumberIn } from '@forecall/domain';
import type { SqlValues } from '../../platform/database/sql-values.js';
import { patternOf } from '../../platform/database/like-pattern.js';
import { isWithheld, type Sight } from '../complaint-sight.service.js';

/** Which of the two tables a list is read along; the other one is looked up row by row. */
export type Along = 'complaint' | 'contact';

const counts = 'k.voided_at IS NULL AND k.merged_into IS NULL';

/** The mark on the contact says that its complaint is neither voided nor merged away, and leads to the small indexes. */
const states = {
  complaint: {
    open: 'k.is_open',
    closed: `NOT k.is_open AND ${counts}`,
    all: counts,
    voided: 'k.voided_at IS NOT NULL',
  },
  contact: {
    open: 'k.is_open AND c.complaint_mark > 0',
    closed: 'NOT k.is_open AND c.complaint_mark > 0',
    all: 'c.complaint_mark > 0',
    voided: 'k.voided_at IS NOT NULL',
  },
} as const;

/** Before its end a complaint is open, so those of such a stage are looked for among the open ones. */
const stateOf = ({ state, stage }: ComplaintFilters): ComplaintFilters['state'] =>
  state === 'all' && stage !== undefined && stage !== 'closed' && stage !== 'analysed' ? 'open' : state;

/** The open ones are few, so are the voided, and those of an owner, a number or a search: looking at each is quickest. */
export const isNarrow = (filters: ComplaintFilters): boolean =>
  ['open', 'voided'].includes(stateOf(filters)) ||
  [filters.number, filters.search].some((value) => value !== undefined) ||
  (filters.ownerId !== undefined && filters.ownerId !== 'nobody');

/** Whether a complaint fits the filters; SQL over the complaint `k` and its contact `c`. */
export function fitsFilters(filters: ComplaintFilters, sight: Sight, along: Along, values: SqlValues): string {
  const conditions: string[] = [states[along][stateOf(filters)]];
  const equal = (column: string, value: string | undefined, type = 'uuid') => {
    if (value !== undefined) conditions.push(`${column} = ${values.add(value, type)}`);
  };
  equal('c.answerable_department_id', filters.departmentId);
  equal('c.handling_department_id', filters.handlingDepartmentId);
  equal('c.team_id', filters.teamId);
  if (filters.ownerId === 'nobody') conditions.push('k.owner_id IS NULL');
  else equal('k.owner_id', filters.ownerId === 'me' ? sight.staffId : filters.ownerId);
  equal('k.rep_concerned_id', filters.repConcernedId);
  if (filters.accountId !== undefined) {
    equal('c.account_id', filters.accountId);
    // Else who is complained of learns by whom, account by account.
    conditions.push(`NOT ${isWithheld(sight, values)}`);
  }
  equal('c.reason_id', filters.reasonId);
  equal('k.severity', filters.severity, 'text');
  if (filters.stage) equal(lastStep(values), filters.stage, 'text');
  if (filters.number !== undefined)
    conditions.push(`k.number = ${values.add(runningNumberIn(filters.number) ?? 0, 'integer')}`);
  if (filters.search !== undefined) conditions.push(`k.id IN (${foundBy(filters.search, values)})`);
  if (filters.from) conditions.push(`c.ended_at >= ${values.add(filters.from, 'timestamptz')}`);
  if (filters.to) conditions.push(`c.ended_at < ${values.add(filters.to, 'timestamptz')}`);
  return conditions.join(' AND ');
}

/** As the stage is shown: steps of one moment stand in the order of their course. */
const lastStep = (values: SqlValues) => `(
  SELECT s.step FROM complaint_step s WHERE s.complaint_id = k.id
  ORDER BY s.at DESC, array_position(${values.add(complaintSteps, 'text[]')}, s.step) DESC LIMIT 1)`;

/** Those whose summary holds the text, by the index of its pairs of letters, and the one whose number it is. */
function foundBy(search: string, values: SqlValues): string {
  const text = values.add(search, 'text');
  const number = runningNumberIn(search);
  const inSummary = `SELECT found.id FROM complaint found
    WHERE letter_pairs(found.summary) @> letter_pairs(${text}) AND found.summary ILIKE ${values.add(patternOf(search), 'text')}`;
  return number === undefined
    ? inSummary
    : `${inSummary} UNION ALL SELECT found.id FROM complaint found WHERE found.number = ${values.add(number, 'integer')}`;
}
