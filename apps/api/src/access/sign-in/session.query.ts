import type { LocaleName } from '@forecall/contracts';
import { sessionIdleHours } from '../../platform/access/viewer.query.js';
import type { Sql } from '../../platform/database/database.js';

export const sessionDays = 7;
const sessionsPerSignIn = 50;

export interface SignInRow {
  readonly id: string;
  readonly argon2id: string | null;
  readonly isDisabled: boolean;
}

/** By e-mail or staff number, in any case of letters; an exact staff number wins over one in another case. */
export const findSignIn = (sql: Sql, login: string): Promise<SignInRow | undefined> =>
  sql.first(
    /* sql */ `
    SELECT i.id, i.argon2id, i.disabled_at IS NOT NULL AS "isDisabled"
    FROM sign_in i JOIN staff s ON s.id = i.staff_id
    WHERE lower(i.email) = lower($1) OR i.staff_id IN (SELECT id FROM staff WHERE lower(external_id) = lower($1))
    ORDER BY lower(i.email) = lower($1) DESC, s.external_id = $1 DESC
    LIMIT 1`,
    [login],
  );

/** Opens a session, and clears away what this sign-in has of dead ones and of more than anybody needs. */
export async function openSession(sql: Sql, signInId: string, hash: Buffer, userAgent: string): Promise<void> {
  await sql.change(
    /* sql */ `
    DELETE FROM session WHERE sign_in_id = $1 AND (
      expires_at <= now() OR last_used_at <= now() - interval '${sessionIdleHours} hours'
      OR token_sha256 IN (
        SELECT token_sha256 FROM session WHERE sign_in_id = $1 ORDER BY last_used_at DESC OFFSET ${sessionsPerSignIn - 1}
      ))`,
    [signInId],
  );
  await sql.change(
    /* sql */ `
    INSERT INTO session (token_sha256, sign_in_id, expires_at, user_agent)
    VALUES ($1, $2, now() + interval '${sessionDays} days', $3)`,
    [hash, signInId, userAgent.slice(0, 300)],
  );
}

export const endSession = (sql: Sql, hash: Buffer): Promise<number> =>
  sql.change('DELETE FROM session WHERE token_sha256 = $1', [hash]);

export interface MeRow {
  readonly locale: LocaleName | null;
  readonly organisationName: string | null;
  readonly zone: string | null;
}

export const meRow = (sql: Sql, signInId: string): Promise<MeRow | undefined> =>
  sql.first(
    /* sql */ `
    SELECT i.locale, o.name AS "organisationName", o.zone
    FROM sign_in i LEFT JOIN organisation o ON true WHERE i.id = $1`,
    [signInId],
  );
