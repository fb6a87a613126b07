import type { AppraisalQuery, AppraisalRow } from '@forecall/contracts';
import type { Reach } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { named, namedInBoth } from '../../platform/database/named-json.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import type { NameEnd } from '../name-cursor.js';
import { dueOn, isLate, lastStep, stage, wasGiven } from './stage.query.js';

export const rowColumns = /* sql */ `
  a.id, json_build_object('id', c.id, 'kind', c.kind, 'from', c.from_on::text, 'to', c.to_on::text) AS cycle, a.kind,
  ${named('subject')} AS subject, ${named('appraiser')} AS appraiser, a.how, ${namedInBoth('t')} AS team,
  ${namedInBoth('d')} AS department, ${stage} AS stage,
  to_char(last.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, ${dueOn}::text AS "dueOn", ${isLate} AS "isLate",
  ${wasGiven} AS "wasGiven"`;

export const rowJoins = /* sql */ `
  appraisal a JOIN appraisal_cycle c ON c.id = a.cycle_id CROSS JOIN organisation o
  JOIN staff subject ON subject.id = a.subject_id JOIN staff appraiser ON appraiser.id = a.appraiser_id
  JOIN team t ON t.id = a.team_id JOIN department d ON d.id = a.department_id ${lastStep}`;

/** Mine to write, about me once given or closed, of the departments that I lead, or any of these. The newest period first, then by name. */
export function appraisalsPage(
  sql: Sql,
  { everything, departmentIds, staffId }: Reach,
  query: AppraisalQuery,
  after: NameEnd | undefined,
): Promise<(AppraisalRow & Required<NameEnd>)[]> {
  const values = new SqlValues();
  const me = values.add(staffId, 'uuid');
  const of = {
    appraiser: () => `a.appraiser_id = ${me}`,
    subject: () => `a.subject_id = ${me} AND (${wasGiven} OR last.step = 'missing')`,
    leader: () =>
      `a.subject_id <> ${me}${everything ? '' : ` AND a.department_id = ANY (${values.add(departmentIds, 'uuid[]')})`}`,
  };
  const whose = query.as === 'reader' ? `(${of.appraiser()} OR ${of.subject()} OR ${of.leader()})` : of[query.as]();
  const conditions = [
    whose,
    ...(query.cycleId ? [`a.cycle_id = ${values.add(query.cycleId, 'uuid')}`] : []),
    ...(query.stage ? [`${stage} = ${values.add(query.stage, 'text')}`] : []),
    ...(query.teamId ? [`a.team_id = ${values.add(query.teamId, 'uuid')}`] : []),
    ...(query.departmentId ? [`a.department_id = ${values.add(query.departmentId, 'uuid')}`] : []),
    ...(query.isLate ? [`${isLate} = ${values.add(query.isLate === 'yes', 'boolean')}`] : []),
    ...(after?.first ? [laterThan(after.first, after, values)] : []),
  ];
  return sql.rows<AppraisalRow & Required<NameEnd> & Record<string, unknown>>(
    `SELECT ${rowColumns}, c.to_on::text AS first, subject.name FROM ${rowJoins} WHERE ${conditions.join(' AND ')}
     ORDER BY c.to_on DESC, subject.name COLLATE name_order, a.id LIMIT ${values.add(query.limit + 1, 'int')}`,
    values.list,
  );
}

function laterThan(to: string, { name, id }: NameEnd, values: SqlValues): string {
  const day = values.add(to, 'date');
  return `(c.to_on < ${day} OR c.to_on = ${day} AND (subject.name COLLATE name_order, a.id)
    > (${values.add(name, 'text')}, ${values.add(id, 'uuid')}))`;
}
