import type { Sql } from '../../platform/database/database.js';

const localToday = '(now() AT TIME ZONE (SELECT zone FROM organisation))::date';

/**
 * Who must pass in each running campaign of $1 (null: all): the members of its teams as dated, without those who lead a
 * team or a department. Joiners come in; who left the company or the teams goes out with the date; who comes back is in
 * again. Whom the head took out stays out.
 */
const due = /* sql */ `
  SELECT c.id AS campaign_id, m.staff_id, m.team_id,
    greatest((m."from" AT TIME ZONE o.zone)::date, c.opens_on) AS in_on
  FROM organisation o CROSS JOIN campaign c
  JOIN team t ON t.department_id = c.department_id
  JOIN membership m ON m.team_id = t.id AND m."from" <= now() AND (m."to" IS NULL OR m."to" > now())
  JOIN staff s ON s.id = m.staff_id AND (s.left_on IS NULL OR s.left_on >= ${localToday})
  WHERE c.begun_at IS NOT NULL AND c.closed_at IS NULL AND ($1::uuid IS NULL OR c.id = $1)
    AND (NOT EXISTS (SELECT FROM campaign_team w WHERE w.campaign_id = c.id)
      OR EXISTS (SELECT FROM campaign_team w WHERE w.campaign_id = c.id AND w.team_id = t.id))
    AND NOT EXISTS (SELECT FROM leadership l WHERE l.staff_id = m.staff_id AND l.role IN ('supervisor', 'head')
      AND l."from" <= now() AND (l."to" IS NULL OR l."to" > now()))`;

/** Makes the candidates agree with the organisation; gives back how many were touched. */
export async function syncCandidates(sql: Sql, campaignId: string | null): Promise<number> {
  const came = await sql.change(
    /* sql */ `
    INSERT INTO candidate (id, campaign_id, staff_id, team_id, in_on)
    SELECT gen_random_uuid(), campaign_id, staff_id, team_id, in_on FROM (${due}) due
    ON CONFLICT (campaign_id, staff_id) DO UPDATE SET team_id = excluded.team_id,
      out_on = CASE WHEN candidate.out_kind = 'excused' THEN candidate.out_on END,
      out_kind = CASE WHEN candidate.out_kind = 'excused' THEN 'excused' END,
      revision = candidate.revision + 1
    WHERE candidate.team_id <> excluded.team_id OR candidate.out_kind IN ('left', 'moved')`,
    [campaignId],
  );
  const went = await sql.change(
    /* sql */ `
    UPDATE candidate k SET out_on = gone.out_on, out_kind = gone.kind, revision = k.revision + 1
    FROM (
      SELECT k.id,
        CASE WHEN s.left_on < ${localToday} THEN 'left' ELSE 'moved' END AS kind,
        coalesce(CASE WHEN s.left_on < ${localToday} THEN s.left_on END, (
          SELECT max((m."to" AT TIME ZONE o.zone)::date) FROM membership m
          WHERE m.staff_id = k.staff_id AND m.team_id = k.team_id AND m."to" <= now()), ${localToday}) AS out_on
      FROM organisation o CROSS JOIN campaign c JOIN candidate k ON k.campaign_id = c.id JOIN staff s ON s.id = k.staff_id
      WHERE c.begun_at IS NOT NULL AND c.closed_at IS NULL AND ($1::uuid IS NULL OR c.id = $1) AND k.out_kind IS NULL
        AND NOT EXISTS (SELECT FROM (${due}) due WHERE due.campaign_id = k.campaign_id AND due.staff_id = k.staff_id)
    ) gone WHERE k.id = gone.id`,
    [campaignId],
  );
  return came + went;
}

export const candidateOf = (sql: Sql, campaignId: string, id: string): Promise<{ name: string } | undefined> =>
  sql.first<{ name: string }>(
    `SELECT s.name FROM candidate k JOIN staff s ON s.id = k.staff_id WHERE k.campaign_id = $1 AND k.id = $2`,
    [campaignId, id],
  );

export const excuse = (sql: Sql, id: string, { outOn, why }: { outOn: string; why: string }): Promise<number> =>
  sql.change(
    `UPDATE candidate SET out_on = $2, out_kind = 'excused', out_why = $3, revision = revision + 1 WHERE id = $1`,
    [id, outOn, why],
  );

export const extend = (sql: Sql, id: string, { untilOn, why }: { untilOn: string; why: string }): Promise<number> =>
  sql.change(`UPDATE candidate SET until_on = $2, until_why = $3, revision = revision + 1 WHERE id = $1`, [
    ...[id, untilOn, why],
  ]);

export const putBack = (sql: Sql, id: string): Promise<number> =>
  sql.change(
    `UPDATE candidate SET out_on = NULL, out_kind = NULL, out_why = '', revision = revision + 1
     WHERE id = $1 AND out_kind = 'excused'`,
    [id],
  );
