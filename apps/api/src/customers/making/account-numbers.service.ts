import type { Sql } from '../../platform/database/database.js';

/** At least five digits; a longer number stays whole. */
const numberOf = (value: string): string => `'A-' || lpad(${value}::text, greatest(5, length(${value}::text)), '0')`;

/** Numbers above this were typed by somebody, and the sequence does not follow them. */
const highestFollowed = 999_999;

/**
 * The next numbers of ours that nobody has. Where numbers like them came otherwise, the sequence goes on above those,
 * so that a gap, perhaps a customer of long ago, stays one; what is still taken there is stepped over. Of as many
 * numbers as there are accounts, and some more, that many are free: it ends.
 */
export async function freeAccountNumbers(sql: Sql, count: number): Promise<string[]> {
  const drawn = await draw(sql, count, 0);
  if (drawn.length === count) return drawn;
  await sql.rows(
    /* sql */ `
    SELECT setval('account_number', greatest(s.last_value, (
      SELECT max(substring(number FROM 3)::bigint) FROM account
      WHERE number ~ '^A-\\d{5,6}$' AND substring(number FROM 3)::bigint <= $1)))
    FROM account_number s`,
    [highestFollowed],
  );
  const accounts = await sql.first<{ count: number }>('SELECT count(*)::int FROM account');
  return [...drawn, ...(await draw(sql, count - drawn.length, accounts?.count ?? 0))];
}

/** Draws from the sequence until there are enough, at most `more` in vain. */
async function draw(sql: Sql, count: number, more: number): Promise<string[]> {
  const rows = await sql.rows<{ number: string }>(
    /* sql */ `
    SELECT number FROM (
      SELECT ${numberOf('drawn')} AS number
      FROM (SELECT nextval('account_number') AS drawn FROM generate_series(1, $1::int + $2::int)) n
    ) numbered
    -- One look into the index for each, so that no more are drawn than are wanted.
    WHERE (SELECT count(*) FROM account WHERE account.number = numbered.number) = 0 LIMIT $1`,
    [count, more],
  );
  return rows.map(({ number }) => number);
}
