import { isTime, type MetricDefinition } from '@forecall/domain';
import { escapeLiteral } from 'pg';
import { isCustomerWithheld } from '../complaints/complaint-sight.service.js';
import { isAboutRelationship, isOfContact } from '../tallies/about-answer.js';
import { atomAmount } from '../tallies/atom.js';
import { accountRows } from './account-rows.js';
import { factRows, isOfFacts } from './facts.js';
import type { Question } from './question.js';
import type { SqlValues } from './sql-values.js';
import { atomsOfMetric } from './tally-source.js';
import { timeKeySql } from './time-sql.js';

/**
 * Contacts for the rate of complaints that concern somebody: each handled contact stands under the rep who handled it,
 * and each complaint's contact once more under the rep it concerns, with the team and supervisor of when the thing
 * happened, in the department whose team that is.
 */
const concerningRows = `(
  SELECT c.id, c.account_id, c.channel, c.purpose, c.direction, c.outcome, c.started_at, c.ended_at, c.reason_id,
    c.attributes, c.rep_id, c.team_id, c.supervisor_id, c.handling_department_id, c.answerable_department_id,
    c.rep_in_care_id, c.account_class, c.voided_at, c.complaint_mark, false AS is_concerning, c.id AS contact_id, c.purpose AS own_purpose,
    c.handling_department_id AS own_department_id
  FROM contact c
  UNION ALL
  SELECT c.id, c.account_id, c.channel, 'internal', c.direction, c.outcome, c.started_at, c.ended_at, c.reason_id,
    c.attributes, p.rep_concerned_id, p.team_concerned_id, p.supervisor_concerned_id, c.handling_department_id, c.answerable_department_id,
    c.rep_in_care_id, c.account_class, c.voided_at, c.complaint_mark, true, c.id, c.purpose,
    coalesce(t.department_id, c.handling_department_id)
  FROM complaint p JOIN contact c ON c.id = p.contact_id LEFT JOIN team t ON t.id = p.team_concerned_id
  WHERE c.complaint_mark = 1 AND p.rep_concerned_id IS NOT NULL
)`;

/** What kind of contact a row is or is of, in words that the tables hold. */
const kinds = new Set(['direction', 'purpose', 'outcome']);

const isAttribute = (dimension: string): boolean => dimension.startsWith('attribute:');

/** Both kinds of answers: about a contact, and about the relationship. */
const isOfAnswers = ({ metric: { source } }: Pick<Question, 'metric'>): boolean =>
  source === 'answer' || source === 'relationship';

/** The rows a metric reads, under the alias `r`, with `k` for the contact, or customer, behind an answer. */
export function relationOf(question: Question): string {
  const { metric, clock, scope, by } = question;
  const facts = factRows(question);
  if (facts) return `(${facts}) r`;
  if (metric.source === 'concerning') return `${concerningRows} r`;
  if (metric.source === 'account') return `${accountRows} r`;
  const named = [...by, ...scope.map(({ dimension }) => dimension)];
  if (metric.source === 'relationship')
    return named.some(isAttribute) ? 'answer r LEFT JOIN account k ON k.id = r.account_id' : 'answer r';
  if (metric.source !== 'answer') return 'contact r';
  const usesContact = clock === 'arrival' || named.some((d) => isAttribute(d) || kinds.has(d));
  return usesContact ? 'answer r JOIN contact k ON k.id = r.contact_id' : 'answer r';
}

/** Which moment of a row puts it into a period. */
export function momentSql({ metric, clock }: Question): string {
  if (metric.source === 'complaint') return 'p.first_received_at';
  if (isOfFacts(metric)) return 'r.at';
  if (metric.source === 'account') return 'r.created_at';
  if (metric.source === 'relationship') return 'r.at';
  if (clock === 'arrival') return metric.source === 'answer' ? 'k.started_at' : 'r.started_at';
  return metric.source === 'answer' ? 'r.at' : 'r.ended_at';
}

/** Bands of equal width, each named by the second it begins with; the last is open to above. */
const bands: Readonly<Record<string, { readonly column: string; readonly width: number; readonly last: number }>> = {
  'wait-band': { column: 'wait_seconds', width: 10, last: 120 },
  'talk-band': { column: 'talk_seconds', width: 60, last: 900 },
};

/**
 * The reason without a wider one that a row's reason is part of, as the reasons stand now. All of them are put into one
 * object once in a statement: a walk up for each row is slow.
 */
const widestReason = `((
  SELECT jsonb_object_agg(id, widest_id) FROM (
    WITH RECURSIVE downward AS (
      SELECT id, id AS widest_id FROM reason WHERE parent_id IS NULL
      UNION ALL
      SELECT n.id, w.widest_id FROM reason n JOIN downward w ON n.parent_id = w.id
    )
    SELECT id, widest_id FROM downward) tree) ->> r.reason_id::text)::uuid`;

/** A unit dimension of a row as a column. */
function columnSql(question: Question, dimension: string, values: SqlValues): string {
  if (isAttribute(dimension)) {
    const row = isOfAnswers(question) ? 'k' : 'r';
    const attribute = `${row}.attributes ->> ${values.add(dimension.slice('attribute:'.length), 'text')}`;
    return question.letters === 'small' ? `lower(${attribute})` : attribute;
  }
  if (kinds.has(dimension)) {
    if (question.metric.source === 'concerning' && dimension === 'purpose') return 'r.own_purpose';
    return `${question.metric.source === 'answer' ? 'k' : 'r'}.${dimension}`;
  }
  const band = bands[dimension];
  if (band) return `lpad(least(r.${band.column}::int / ${band.width} * ${band.width}, ${band.last})::text, 4, '0')`;
  if (dimension === 'department' && question.metric.source === 'concerning') return 'r.own_department_id';
  if (dimension === 'department') return `r.${question.metric.side}_department_id`;
  if (dimension === 'widest-reason') return widestReason;
  if (dimension === 'care-class') return 'r.account_class';
  if (dimension === 'servqual-dimension') return 'r.servqual_dimension';
  if (dimension === 'channel' || dimension === 'score') return `r.${dimension}`;
  return `r.${dimension}_id`;
}

/** The contact of a row, whose customer may be withheld. */
const contactOf = (question: Question) =>
  isOfAnswers(question) || isOfFacts(question.metric) ? 'r.contact_id' : 'r.id';

/** What a row says of its customer; grouped by it, a row whose customer is withheld stands under none. */
const isOfCustomer = (dimension: string): boolean =>
  dimension === 'account' || dimension === 'care-class' || isAttribute(dimension);

const withheldSql = (question: Question, values: SqlValues): string =>
  question.onlooker ? isCustomerWithheld(contactOf(question), question.onlooker, values) : 'false';

const words = new Set(['care-class', 'servqual-dimension', 'channel', 'score']);
const isUuid = (dimension: string) =>
  !isAttribute(dimension) && !Object.hasOwn(bands, dimension) && !kinds.has(dimension) && !words.has(dimension);

/** Which answers are a metric's own; no condition where it is not one of answers. */
function ofKind({ source, answers }: MetricDefinition): string[] {
  if (source !== 'answer' && source !== 'relationship') return [];
  return [source === 'answer' ? isOfContact : isAboutRelationship, ...(answers ? [`r.kind = '${answers}'`] : [])];
}

/** Period, scope and reach of a question, as a condition on the rows. */
export function conditionSql(question: Question, values: SqlValues): string {
  const moment = momentSql(question);
  const conditions = [
    // A customer is there from then on.
    ...(question.metric.ownedBy === 'there by the end'
      ? []
      : [`${moment} >= ${values.add(question.from, 'timestamptz')}`]),
    `${moment} < ${values.add(question.to, 'timestamptz')}`,
    'r.voided_at IS NULL',
    ...ofKind(question.metric),
    ...scopeSql(question, values),
  ];
  return conditions.join(' AND ');
}

/** Scope and reach of a question, as conditions on the rows. */
export function scopeSql(question: Question, values: SqlValues): string[] {
  const { scope, reach } = question;
  const conditions = scope.map(({ dimension, id }) => {
    const column = columnSql(question, dimension, values);
    if (isUuid(dimension)) return `${column} = ${values.add(id, 'uuid')}`;
    const isSmall = question.letters === 'small' && isAttribute(dimension);
    return `(${column})::text = ${values.add(isSmall ? id.toLowerCase() : id, 'text')}`;
  });
  if (scope.some(({ dimension }) => isOfCustomer(dimension)))
    conditions.push(`${withheldSql(question, values)} IS NOT TRUE`);
  if (reach && !reach.everything) conditions.push(reachSql(reach, contactOf(question), values));
  return conditions;
}

/** Own = handled by me, or of an account in my care; a team's and a department's rows for those who lead them. */
export function reachSql(reach: NonNullable<Question['reach']>, contactId: string, values: SqlValues): string {
  if (reach.everything) return 'true';
  const departments = values.add(reach.departmentIds, 'uuid[]');
  const own = values.add(reach.staffId, 'uuid');
  return `(r.handling_department_id = ANY (${departments}) OR r.answerable_department_id = ANY (${departments})
    OR r.team_id = ANY (${values.add(reach.teamIds, 'uuid[]')}) OR r.rep_id = ${own} OR
    r.rep_in_care_id = ${own} AND ${isCustomerWithheld(contactId, reach, values)} IS NOT TRUE)`;
}

/** The breakdown keys of a row, to be selected: k1, k2, ... */
export function keysSql(question: Question, values: SqlValues): string {
  const moment = momentSql(question);
  const zone = escapeLiteral(question.zone);
  const keys = question.by.map((dimension, index) => {
    const column = isTime(dimension) ? '' : `(${columnSql(question, dimension, values)})::text`;
    const key = isTime(dimension)
      ? timeKeySql(dimension, `(${moment} AT TIME ZONE ${zone})`, moment)
      : isOfCustomer(dimension)
        ? `CASE WHEN ${withheldSql(question, values)} THEN NULL ELSE ${column} END`
        : column;
    return `coalesce(${key}, '') AS k${index + 1}, `;
  });
  return keys.join('');
}

/** SELECT of keys (k1..) and atoms, a line a row, as a relation to be summed like the tallies'. */
export function rowRelation(question: Question, values: SqlValues): string {
  const amounts = atomsOfMetric(question).map(
    (atom) => `(${atomAmount(atom, question)})::${question.metric.isOfAttribute ? 'numeric' : 'bigint'} AS ${atom}`,
  );
  return `SELECT ${keysSql(question, values)}${amounts.join(', ')} FROM ${relationOf(question)} WHERE ${conditionSql(question, values)}`;
}

/** What a row adds above and below the line of its metric. */
export function contributionSql(question: Question): { numerator: string; denominator: string } {
  const sum = (of: Readonly<Record<string, number | undefined>>) =>
    Object.entries(of)
      .map(([atom, times]) => `${times ?? 0} * (${atomAmount(atom as Parameters<typeof atomAmount>[0], question)})`)
      .join(' + ') || '0';
  return {
    numerator: sum(question.metric.numerator),
    denominator: sum(question.metric.denominator ?? question.metric.numerator),
  };
}
