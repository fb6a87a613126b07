import type { Sql } from '../../platform/database/database.js';

/** What a key account has besides contacts and people: ids, or days, of what a merge moved. */
export interface Belongings {
  readonly calls: readonly string[];
  /** Open calls that nobody is to make beside those of the one that stays. */
  readonly callsGivenUp: readonly string[];
  readonly promises: readonly string[];
  readonly trainings: readonly string[];
  readonly dossier: readonly string[];
  readonly cadence: readonly string[];
  readonly healthDays: readonly string[];
  readonly revenueMonths: readonly string[];
  /** Left out by merges of before surveys. */
  readonly asks?: readonly string[];
}

/** More than there are versions of one part. */
const apart = 1_000_000;

/** Where both have one that can be there only once, that of the account that stays is left, and the other stays behind. */
export async function moveBelongings(sql: Sql, goneId: string, keptId: string): Promise<Belongings> {
  const move = async (table: string, { unless = 'false', set = '', told = 'id' } = {}) =>
    (
      await sql.rows<{ told: string }>(
        `UPDATE ${table} t SET account_id = $2 ${set} WHERE t.account_id = $1 AND NOT (${unless}) RETURNING t.${told}::text AS told`,
        [goneId, keptId],
      )
    ).map((row) => row.told);
  const hasSame = (table: string, column: string) =>
    `EXISTS (SELECT FROM ${table} k WHERE k.account_id = $2 AND k.${column} = t.${column})`;
  const callsGivenUp = await giveUpCalls(sql, goneId, keptId);
  const isGivenUp = `t.state = 'dropped' AND t.ended_at = now()`;
  const belongings = {
    callsGivenUp,
    calls: await move('planned_call', {
      unless: `${hasSame('planned_call', 'due_on')} OR ${isGivenUp}`,
      set: ', revision = revision + 1',
    }),
    promises: await move('promise'),
    asks: await move('survey_ask'),
    trainings: await move('training_session'),
    cadence: await move('cadence', { unless: 'EXISTS (SELECT FROM cadence k WHERE k.account_id = $2)' }),
    healthDays: await move('account_health', { unless: hasSame('account_health', 'day'), told: 'day' }),
    revenueMonths: await move('revenue_month', { unless: hasSame('revenue_month', 'month'), told: 'month' }),
    // Before what the other has of a part, and after it where that says nothing any more: the last one holds.
    dossier: await move('dossier_version', {
      set: `, n = n + CASE WHEN coalesce((SELECT k.text FROM dossier_version k
        WHERE k.account_id = $2 AND k.part = t.part ORDER BY k.n DESC LIMIT 1), '') = '' THEN ${apart} ELSE -${apart} END`,
    }),
  };
  await countVersions(sql, keptId);
  return belongings;
}

/**
 * Nobody is called twice: where the one that stays is to be called already, only days that the customer asked for are
 * added to that.
 */
const giveUpCalls = async (sql: Sql, goneId: string, keptId: string): Promise<string[]> =>
  (
    await sql.rows<{ id: string }>(
      `UPDATE planned_call t SET state = 'dropped', ended_at = now(), revision = revision + 1
       WHERE t.account_id = $1 AND t.state = 'planned' AND EXISTS (SELECT FROM planned_call k
         WHERE k.account_id = $2 AND (k.due_on = t.due_on OR (k.state = 'planned' AND NOT t.is_asked_for))) RETURNING id`,
      [goneId, keptId],
    )
  ).map(({ id }) => id);

/** The versions of each part from 1 on, in the order they have; in two steps, as none may meet another on the way. */
async function countVersions(sql: Sql, accountId: string): Promise<void> {
  await sql.change(
    `UPDATE dossier_version d SET n = -${2 * apart} - o.place
     FROM (SELECT id, row_number() OVER (PARTITION BY part ORDER BY n) AS place FROM dossier_version WHERE account_id = $1) o
     WHERE d.id = o.id`,
    [accountId],
  );
  await sql.change(`UPDATE dossier_version SET n = -${2 * apart} - n WHERE account_id = $1`, [accountId]);
}

/** Calls and promises go where their contact or person goes; what is elsewhere by now stays there. */
export async function moveBelongingsBack(
  sql: Sql,
  [goneId, keptId]: readonly [string, string],
  belongings: Belongings,
  { contacts, people }: { readonly contacts: readonly string[]; readonly people: readonly string[] },
): Promise<void> {
  const back = (table: string, ids: readonly string[], column = 'id') =>
    sql.change(
      `UPDATE ${table} t SET account_id = $1 WHERE t.account_id = $2 AND t.${column}::text = ANY ($3)
         AND NOT EXISTS (SELECT FROM ${table} g WHERE g.account_id = $1 AND g.${column} = t.${column})`,
      [goneId, keptId, ids],
    );
  await sql.change(
    `UPDATE planned_call t SET account_id = $1, revision = revision + 1
     WHERE t.account_id = $2 AND (t.contact_id = ANY ($3) OR (t.contact_id IS NULL AND t.id = ANY ($4)))
       AND NOT EXISTS (SELECT FROM planned_call g WHERE g.account_id = $1 AND g.due_on = t.due_on)`,
    [goneId, keptId, contacts, belongings.calls],
  );
  await sql.change(
    `UPDATE planned_call SET state = 'planned', ended_at = NULL, revision = revision + 1
     WHERE account_id = $1 AND id = ANY ($2) AND state = 'dropped'`,
    [goneId, belongings.callsGivenUp],
  );
  await sql.change(
    `UPDATE promise SET account_id = $1 WHERE account_id = $2 AND (contact_id = ANY ($3)
       OR (contact_id IS NULL AND (person_id = ANY ($4) OR (person_id IS NULL AND id = ANY ($5)))))`,
    [goneId, keptId, contacts, people, belongings.promises],
  );
  await sql.change(
    `UPDATE survey_ask SET account_id = $1 WHERE account_id = $2 AND (person_id = ANY ($3) OR (person_id IS NULL AND id = ANY ($4)))`,
    [goneId, keptId, people, belongings.asks ?? []],
  );
  await back('training_session', belongings.trainings);
  await back('cadence', belongings.cadence);
  await back('account_health', belongings.healthDays, 'day');
  await back('revenue_month', belongings.revenueMonths, 'month');
  await back('dossier_version', belongings.dossier);
  for (const id of [goneId, keptId]) await countVersions(sql, id);
}
