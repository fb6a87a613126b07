import type { LinkPurpose, OneTimeLink } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { isoInstant } from '../../platform/database/iso-instant.js';

/** A newer link replaces those of the same sign-in that were not used. */
export async function addLink(
  sql: Sql,
  link: { hash: Buffer; purpose: LinkPurpose; signInId: string | null; hours: number },
): Promise<string> {
  await sql.change('DELETE FROM one_time_link WHERE sign_in_id = $1 AND used_at IS NULL', [link.signInId]);
  const row = await sql.first<{ expiresAt: string }>(
    /* sql */ `
    INSERT INTO one_time_link (token_sha256, purpose, sign_in_id, expires_at)
    VALUES ($1, $2, $3, now() + $4 * interval '1 hour') RETURNING ${isoInstant('expires_at')} AS "expiresAt"`,
    [link.hash, link.purpose, link.signInId, link.hours],
  );
  return row?.expiresAt ?? '';
}

export interface LinkRow extends OneTimeLink {
  readonly signInId: string | null;
  readonly isUsed: boolean;
  readonly isOver: boolean;
  readonly isDisabled: boolean;
}

/** A link of the first run counts as used as soon as anybody can sign in. */
export const findLink = (sql: Sql, hash: Buffer): Promise<LinkRow | undefined> =>
  sql.first(
    /* sql */ `
    SELECT l.purpose, l.sign_in_id AS "signInId", s.name, i.email, o.name AS "organisationName", o.zone,
      ${isoInstant('l.expires_at')} AS "expiresAt", l.expires_at <= now() AS "isOver",
      i.disabled_at IS NOT NULL AS "isDisabled",
      l.used_at IS NOT NULL OR (l.purpose = 'first-run' AND EXISTS (SELECT FROM sign_in)) AS "isUsed"
    FROM one_time_link l LEFT JOIN sign_in i ON i.id = l.sign_in_id LEFT JOIN staff s ON s.id = i.staff_id
      LEFT JOIN organisation o ON true
    WHERE l.token_sha256 = $1`,
    [hash],
  );

/** Whoever comes first uses it up: the second waits for the row, and finds it used. */
export async function useUp(sql: Sql, hash: Buffer): Promise<boolean> {
  const used = await sql.change(
    'UPDATE one_time_link SET used_at = now() WHERE token_sha256 = $1 AND used_at IS NULL AND expires_at > now()',
    [hash],
  );
  return used === 1;
}

/** Ends what was open under the old password, and older links with it. */
export async function choosePassword(
  sql: Sql,
  { signInId, argon2id, locale }: { signInId: string; argon2id: string; locale: string | null },
): Promise<void> {
  await sql.change(
    'UPDATE sign_in SET argon2id = $2, locale = coalesce(locale, $3), revision = revision + 1 WHERE id = $1',
    [signInId, argon2id, locale],
  );
  await sql.change('DELETE FROM session WHERE sign_in_id = $1', [signInId]);
  await sql.change('DELETE FROM one_time_link WHERE sign_in_id = $1 AND used_at IS NULL', [signInId]);
}
