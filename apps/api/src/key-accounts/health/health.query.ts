import type { HealthBand } from '@forecall/domain';
import type { Sql } from '../../platform/database/database.js';

export interface HealthOnDay {
  readonly day: string;
  readonly health: number;
  readonly band: HealthBand;
}

/** What a day is called in the organisation's zone. */
export const localDayOf = (at: string): string => `(SELECT (${at} AT TIME ZONE o.zone)::date FROM organisation o)`;

export async function storeHealth(
  sql: Sql,
  at: Date,
  accounts: readonly { accountId: string; health: number; band: HealthBand }[],
  lowShare: number,
): Promise<void> {
  await sql.change(
    `INSERT INTO account_health (account_id, day, health, band)
     SELECT told.account_id, ${localDayOf('$1::timestamptz')}, told.health, told.band
     FROM unnest($2::uuid[], $3::numeric[], $4::text[]) AS told (account_id, health, band)
     ON CONFLICT (account_id, day) DO UPDATE SET health = excluded.health, band = excluded.band`,
    [
      at,
      accounts.map(({ accountId }) => accountId),
      accounts.map(({ health }) => health),
      accounts.map(({ band }) => band),
    ],
  );
  await sql.change(
    `INSERT INTO health_day (day, low_share, accounts) VALUES (${localDayOf('$1::timestamptz')}, $2, $3)
     ON CONFLICT (day) DO UPDATE SET low_share = excluded.low_share, accounts = excluded.accounts`,
    [at, lowShare, accounts.length],
  );
}

/** As it was reckoned last, for one account asked in the middle of the day. */
export const lastLowShare = async (sql: Sql): Promise<number | undefined> =>
  (await sql.first<{ share: number }>('SELECT low_share::float8 AS share FROM health_day ORDER BY day DESC LIMIT 1'))
    ?.share;

/** The line of the last half year, the oldest first. */
export const healthLine = (sql: Sql, accountId: string): Promise<HealthOnDay[]> =>
  sql.rows(
    `SELECT day::text AS day, health::float8 AS health, band FROM account_health
     WHERE account_id = $1 AND day > ${localDayOf('now()')} - 183 ORDER BY day`,
    [accountId],
  );

/** Every 30th day of the calendar, the last twelve of them that are over; 30 days of each have passed for the calibration. */
const looked = `SELECT d.day, (d.day + 1)::timestamp AT TIME ZONE o.zone AS ends FROM organisation o
  CROSS JOIN LATERAL generate_series(${localDayOf('now()')} - 365, ${localDayOf('now()')} - 1, interval '1 day') AS each (at)
  CROSS JOIN LATERAL (SELECT each.at::date AS day) d WHERE (d.day - date '2000-01-01') % 30 = 0`;

/** The last moments of such days whose health was not kept: the program was not there yet, or was off. */
export const missingDays = async (sql: Sql): Promise<Date[]> =>
  (
    await sql.rows<{ at: Date }>(
      `SELECT looked.ends - interval '1 second' AS at FROM (${looked}) looked
       WHERE NOT EXISTS (SELECT FROM health_day h WHERE h.day = looked.day) ORDER BY 1`,
    )
  ).map(({ at }) => at);

export interface Calibrated {
  readonly band: HealthBand;
  readonly accounts: number;
  readonly complained: number;
}

/**
 * What the bands were worth on each of those days: of the accounts in each, how many complained in the 30 days after.
 * Found-by-us counts too: the problem was there. Reckoned anew each night, as complaints are corrected and entered late.
 */
export const keepWorth = (sql: Sql): Promise<number> =>
  sql.change(/* sql */ `
    UPDATE health_day d SET worth = told.worth FROM (
      SELECT day, json_agg(json_build_object('band', band, 'accounts', accounts, 'complained', complained)) AS worth
      FROM (
        SELECT h.day, h.band, count(*) AS accounts, count(*) FILTER (WHERE EXISTS (
            SELECT FROM contact c
            WHERE c.account_id = h.account_id AND c.complaint_mark > 0
              AND c.ended_at >= looked.ends AND c.ended_at < looked.ends + interval '30 days')) AS complained
        FROM (${looked}) looked JOIN account_health h ON h.day = looked.day
        WHERE looked.ends + interval '30 days' <= now()
        GROUP BY h.day, h.band
      ) each GROUP BY day
    ) told WHERE d.day = told.day`);

/** Over all of those days together. */
export const calibration = (sql: Sql): Promise<Calibrated[]> =>
  sql.rows(/* sql */ `
    SELECT each.band, sum(each.accounts)::int AS accounts, sum(each.complained)::int AS complained
    FROM (${looked}) looked JOIN health_day d ON d.day = looked.day
    CROSS JOIN LATERAL jsonb_to_recordset(d.worth) AS each (band text, accounts integer, complained integer)
    GROUP BY each.band`);
