import type { WorkedOn } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { type BroughtKind, broughtKinds, hasPeoplesDuty, isPeoples, referencesTo } from './references.query.js';

/** As many as somebody reads. */
const mostShown = 100;

/** What the row is called by those who work with it. */
const nameOf: Record<BroughtKind, string> = {
  complaint: 't.number::text',
  answer: `to_char(t.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
  contact: `to_char(t.ended_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
  person: 't.name',
  account: 't.name',
  staff: 't.name',
  reason: 't.name_en',
  team: 't.name',
  department: 't.name',
};

const hasVoid: ReadonlySet<BroughtKind> = new Set(['complaint', 'answer', 'contact']);

/** What people have done since with what an import brought: corrected, referred to, handed over, noted upon. */
export async function workedOn(sql: Sql, batchId: string): Promise<WorkedOn> {
  const rows: WorkedOn['rows'] = [];
  let count = 0;
  for (const kind of broughtKinds) {
    const found = await sql.rows<WorkedOn['rows'][number] & { all: number }>(await question(sql, kind), [
      batchId,
      mostShown,
    ]);
    count += found[0]?.all ?? 0;
    rows.push(...found.map(({ id, name, what }) => ({ kind, id, name, what })));
  }
  return { rows: rows.slice(0, mostShown), count };
}

/** Whether people have worked on the row `t`, and by what; SQL of a text, null where nobody has. */
async function question(sql: Sql, kind: BroughtKind): Promise<string> {
  const whens = [
    `WHEN t.revision > 1${hasVoid.has(kind) ? ' OR t.voided_at IS NOT NULL' : ''} THEN 'changed'`,
    ...(kind === 'complaint' ? [`WHEN ${hasPeoplesDuty} THEN 'duty'`] : []),
    ...(await referencesTo(sql, kind)).map((one) => `WHEN ${isPeoples(one)} THEN '${one.table}'`),
  ];
  return /* sql */ `
    SELECT id, name, what, count(*) OVER ()::int AS "all" FROM (
      SELECT t.id, ${nameOf[kind]} AS name, CASE ${whens.join(' ')} END AS what FROM ${kind} t WHERE t.batch_id = $1
    ) brought WHERE what IS NOT NULL ORDER BY id LIMIT $2`;
}
