import { type AlarmPlan, followAlarm, unwatched } from '@forecall/domain';
import type { Sql } from '../platform/database/database.js';

interface Input {
  readonly departmentId: string;
  readonly n: number;
  readonly kind: 'contacts' | 'baseline' | 'restart';
  readonly minute: Date | null;
  readonly contacts: number;
  readonly complaints: number;
  readonly plan: AlarmPlan | null;
}

const inputsOf = (sql: Sql): Promise<Input[]> =>
  sql.rows<Input & Record<string, unknown>>(
    `SELECT i.department_id AS "departmentId", i.n::int AS n, i.kind, i.minute, i.contacts, i.complaints, CASE WHEN b.id IS NOT NULL THEN
       json_build_object('usual', b.usual, 'oddsRatio', b.odds_ratio, 'threshold', b.threshold) END AS plan
     FROM alarm_input i LEFT JOIN alarm_baseline b ON b.id = i.baseline_id ORDER BY i.department_id, i.n`,
  );

/** What feeds alarms played again: the inputs that raised one, and where each department stands in the end. */
export async function playedAgain(sql: Sql) {
  const raised: { departmentId: string; n: number }[] = [];
  const ends: { departmentId: string; n: number; sum: number; raised: boolean }[] = [];
  for (const [departmentId, inputs] of Map.groupBy(await inputsOf(sql), ({ departmentId: id }) => id)) {
    let watched = unwatched;
    for (const [index, { n, kind, minute, contacts, complaints, plan }] of inputs.entries()) {
      if (n !== index + 1) throw new Error(`Input ${n} of ${departmentId} stands at place ${index + 1}`);
      const next =
        kind === 'contacts'
          ? followAlarm(watched, { kind, at: minute!.getTime(), contacts, complaints })
          : followAlarm(watched, kind === 'baseline' ? { kind, plan: plan! } : { kind, plan });
      watched = next.watched;
      if (next.event === 'raised') raised.push({ departmentId, n });
    }
    const { sum, isRaised } = watched.evidence;
    ends.push({ departmentId, n: inputs.length, sum, raised: isRaised });
  }
  return { raised, ends };
}

/** The same as it is kept. */
export async function keptAlarms(sql: Sql): Promise<Awaited<ReturnType<typeof playedAgain>>> {
  return {
    raised: await sql.rows(`SELECT department_id AS "departmentId", n::int AS n FROM alarm ORDER BY 1, 2`),
    ends: await sql.rows(
      `SELECT department_id AS "departmentId", n::int AS n, sum, is_raised AS raised FROM alarm_evidence WHERE n > 0 ORDER BY 1`,
    ),
  };
}
