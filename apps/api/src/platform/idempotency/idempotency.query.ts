import type { Sql } from '../database/database.js';

export const keptHours = 72;

/** One repeatable request: whose, its key, and what makes it the same request. */
export interface RepeatableRequest {
  readonly signInId: string;
  readonly key: string;
  /** Method and address. */
  readonly route: string;
  readonly bodySha256: Buffer;
}

/**
 * Makes the key ours, or says that it was used. While a twin is at work this waits for its end: after a commit the key
 * was used, after a rollback it is ours.
 */
export async function claim(sql: Sql, { signInId, key, route, bodySha256 }: RepeatableRequest): Promise<boolean> {
  await sql.change(
    `DELETE FROM idempotency WHERE sign_in_id = $1 AND key = $2 AND at < now() - interval '${keptHours} hours'`,
    [signInId, key],
  );
  const claimed = await sql.change(
    /* sql */ `
    INSERT INTO idempotency (sign_in_id, key, route, body_sha256) VALUES ($1, $2, $3, $4)
    ON CONFLICT (sign_in_id, key) DO NOTHING`,
    [signInId, key, route, bodySha256],
  );
  return claimed === 1;
}

export interface UsedKey {
  readonly route: string;
  readonly bodySha256: Buffer;
  readonly answer: unknown;
}

export const usedKey = (sql: Sql, { signInId, key }: RepeatableRequest): Promise<UsedKey | undefined> =>
  sql.first('SELECT route, body_sha256 AS "bodySha256", answer FROM idempotency WHERE sign_in_id = $1 AND key = $2', [
    signInId,
    key,
  ]);

export const keepAnswer = (sql: Sql, { signInId, key }: RepeatableRequest, answer: unknown): Promise<number> =>
  sql.change('UPDATE idempotency SET answer = $3 WHERE sign_in_id = $1 AND key = $2', [
    signInId,
    key,
    answer === undefined ? null : JSON.stringify(answer),
  ]);

export const clearOldKeys = (sql: Sql): Promise<number> =>
  sql.change(`DELETE FROM idempotency WHERE at < now() - interval '${keptHours} hours'`);
