import { type ExamFact, localDay } from '@forecall/domain';
import { escapeLiteral } from 'pg';
import { leadOf } from '../attribution/attribution.service.js';
import type { FactsAsked } from './care-facts.js';

/** What is of no contact and no customer. */
const ofNobody = `NULL::uuid AS contact_id, NULL::uuid AS account_id, NULL::text AS account_class, NULL::jsonb AS attributes,
    NULL::text AS channel, NULL::uuid AS reason_id, NULL::uuid AS rep_in_care_id, 0 AS complaint_mark,
    NULL::timestamptz AS voided_at`;

/** An attempt that counts: it was marked, and no decision took it back. */
const counts = (exam: string) => `${exam}.state = 'settled' AND ${exam}.outcome <> 'not-assessed'
      AND NOT EXISTS (SELECT FROM dispute d WHERE d.exam_id = ${exam}.id AND d.decision = 'again')`;

const isEarlier = '(o.starts_at, o.id) < (e.starts_at, e.id)';
/** Which other attempt `o` that counts takes the place of `e`. */
const goesBefore: Readonly<Record<ExamFact, string>> = {
  'first-attempt': isEarlier,
  'last-attempt': `CASE e.outcome WHEN 'passed' THEN o.outcome = 'passed' AND ${isEarlier}
        ELSE o.outcome = 'passed' OR (o.starts_at, o.id) > (e.starts_at, e.id) END`,
};

/**
 * One row for each candidate of a campaign: with the attempt that tells, owned by its settling and attributed as on its
 * day; those who went out of the campaign, by that day; those without an attempt that counts, by the day they came in.
 */
export function examRelation(fact: ExamFact, { from, to, zone }: FactsAsked): string {
  const inZone = `AT TIME ZONE ${escapeLiteral(zone)}`;
  // A day to come is told today.
  const on = `least(coalesce(k.out_on, k.in_on), (now() ${inZone})::date)`;
  return /* sql */ `
  SELECT e.id, e.settled_at AS at, ${ofNobody}, e.staff_id AS rep_id, e.team_id, e.supervisor_id,
    c.department_id AS handling_department_id, c.department_id AS answerable_department_id, c.id AS campaign_id,
    e.outcome AS came, false AS is_out,
    EXISTS (SELECT FROM dispute d WHERE d.exam_id = e.id AND d.decision IS NULL) AS is_disputed
  FROM exam e JOIN candidate k ON k.id = e.candidate_id JOIN campaign c ON c.id = e.campaign_id
  WHERE k.out_kind IS NULL AND ${counts('e')} AND NOT EXISTS (
      SELECT FROM exam o WHERE o.candidate_id = e.candidate_id AND o.campaign_id = e.campaign_id AND o.id <> e.id
        AND ${counts('o')} AND ${goesBefore[fact]})
  UNION ALL
  SELECT k.id, ${on}::timestamp ${inZone} AS at, ${ofNobody}, k.staff_id AS rep_id, k.team_id,
    lead.staff_id AS supervisor_id, c.department_id, c.department_id, c.id, NULL, k.out_kind IS NOT NULL, false
  FROM candidate k JOIN campaign c ON c.id = k.campaign_id ${leadOf('k.team_id', `${on}::timestamp ${inZone}`)}
  WHERE ${on} BETWEEN '${localDay(from, zone)}' AND '${localDay(to, zone)}'
    AND (k.out_kind IS NOT NULL OR NOT EXISTS (SELECT FROM exam o WHERE o.candidate_id = k.id AND ${counts('o')}))`;
}

/** What the rows of exams say besides, of the exam `x` and its campaign; of all others nothing. */
export const examColumns = `x.attempt, x.score::float8 AS exam_score, x.outcome AS exam_outcome,
       coalesce(nullif(xc.name_en, ''), xc.name_zh) AS campaign_en, coalesce(nullif(xc.name_zh, ''), xc.name_en) AS campaign_zh`;
export const examJoins = (isOfExams: boolean): string =>
  `LEFT JOIN exam x ON x.id = r.id AND ${String(isOfExams)} LEFT JOIN campaign xc ON xc.id = x.campaign_id`;
