import type { receiptOutcomes } from '@forecall/contracts';
import type { ClockUnit, ExamOutcome } from '@forecall/domain';
import type { Sql } from '../platform/database/database.js';
import { examColumns, examJoins } from './exam-facts.js';
import { isOfExams, ownColumns } from './facts.js';
import { openComplaintRows } from './open-complaints.query.js';
import type { Question } from './question.js';
import { conditionSql, contributionSql, momentSql, relationOf } from './row-source.js';
import { isCustomerWithheld, isRowSeen, type RowSight } from './row-sight.js';
import { SqlValues } from './sql-values.js';

export interface ReceiptLine {
  readonly id: string;
  readonly contact_id: string | null;
  readonly at: Date;
  /** `at` to the microsecond, for the next page. */
  readonly cursor: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly complaint_number: number | null;
  readonly complaint_year: number | null;
  readonly account_id: string | null;
  readonly account_en: string | null;
  readonly account_zh: string | null;
  readonly rep: string | null;
  readonly department_en: string | null;
  readonly department_zh: string | null;
  readonly reason_en: string | null;
  readonly reason_zh: string | null;
  readonly channel: string | null;
  readonly unit: ClockUnit | null;
  readonly amount: number | null;
  readonly allows_pauses: boolean | null;
  readonly met_at: Date | null;
  readonly attempt: number | null;
  readonly exam_score: number | null;
  readonly exam_outcome: ExamOutcome | null;
  readonly campaign_en: string | null;
  readonly campaign_zh: string | null;
  readonly what: string | null;
  readonly outcome_as: (typeof receiptOutcomes)[number] | null;
  readonly outcome_at: Date | null;
}

export interface ReceiptPage {
  readonly part: 'numerator' | 'denominator';
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
}

const unitColumns =
  'r.rep_id, r.rep_in_care_id, r.account_id, r.team_id, r.reason_id, r.channel, r.handling_department_id, r.answerable_department_id';

/** The rows behind one side of a figure, as a relation with id, contact_id, at and both contributions. */
function behind(question: Question, part: ReceiptPage['part'], values: SqlValues): string {
  if (question.metric.source === 'complaint') {
    return `SELECT p.id, p.contact_id, p.first_received_at AS at, 1::float8 AS numerator, 1::float8 AS denominator,
      true AS is_complaint, ${ownColumns(question.metric)}, ${unitColumns} ${openComplaintRows(question, values)}`;
  }
  const contribution = contributionSql(question);
  const isAnswer = question.metric.source === 'answer' || question.metric.source === 'relationship';
  const isComplaint = isAnswer ? 'false' : 'r.complaint_mark > 0';
  const contact = question.metric.source === 'contact' ? 'r.id' : 'r.contact_id';
  return `SELECT r.id, ${contact} AS contact_id, ${momentSql(question)} AS at,
      (${contribution.numerator})::float8 AS numerator, (${contribution.denominator})::float8 AS denominator,
      ${isComplaint} AS is_complaint, ${ownColumns(question.metric)}, ${unitColumns}
    FROM ${relationOf(question)}
    WHERE ${conditionSql(question, values)} AND (${contribution[part]}) <> 0`;
}

/** Newest first. `sight` hides the rows of others; the figure itself still counts them. */
export async function receiptLines(
  sql: Sql,
  question: Question,
  sight: RowSight,
  page: ReceiptPage,
): Promise<ReceiptLine[]> {
  const values = new SqlValues();
  const relation = behind(question, page.part, values);
  const later = page.after
    ? `AND (r.at, r.id) < (${values.add(page.after.at, 'timestamptz')}, ${values.add(page.after.id, 'uuid')})`
    : '';
  return sql.rows<ReceiptLine>(
    `SELECT r.id, r.contact_id, r.at, to_char(r.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS cursor, r.numerator, r.denominator,
       p.number AS complaint_number, p.number_year AS complaint_year,
       a.id AS account_id, a.name AS account_en, coalesce(a.name_zh, a.name) AS account_zh, s.name AS rep,
       d.name AS department_en, coalesce(d.name_zh, d.name) AS department_zh, n.name_en AS reason_en, n.name_zh AS reason_zh, r.channel,
       r.unit, r.amount, r.allows_pauses, r.met_at, r.what, r.outcome_as, r.outcome_at, ${examColumns}
     FROM (SELECT r.*, ${isCustomerWithheld(sight, values)} AS is_withheld FROM (${relation}) r
           WHERE ${isRowSeen(sight, values)} ${later}
           ORDER BY r.at DESC, r.id DESC LIMIT ${values.add(page.limit, 'int')}) r
     LEFT JOIN complaint p ON p.contact_id = r.contact_id AND p.voided_at IS NULL
     LEFT JOIN account a ON a.id = r.account_id AND NOT r.is_withheld
     LEFT JOIN staff s ON s.id = r.rep_id
     LEFT JOIN department d ON d.id = r.${question.metric.side}_department_id
     LEFT JOIN reason n ON n.id = r.reason_id
     ${examJoins(isOfExams(question.metric.source))}
     ORDER BY r.at DESC, r.id DESC`,
    values.list,
  );
}

/** How many rows behind the figure the viewer may not see. */
export async function hiddenRows(
  sql: Sql,
  question: Question,
  sight: RowSight,
  part: ReceiptPage['part'],
): Promise<number> {
  if (sight.reach.everything || question.reach !== null) return 0;
  const values = new SqlValues();
  const relation = behind(question, part, values);
  const text = `SELECT count(*)::int AS hidden FROM (${relation}) r WHERE NOT ${isRowSeen(sight, values)}`;
  return (await sql.first<{ hidden: number }>(text, values.list))?.hidden ?? 0;
}
