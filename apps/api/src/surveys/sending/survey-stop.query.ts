import type { PersonSurveys } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { isoInstant } from '../../platform/database/iso-instant.js';

type Told = PersonSurveys & { readonly name: string };

export const personSurveys = (sql: Sql, id: string): Promise<Told | undefined> =>
  sql.first<Told & Record<string, unknown>>(
    /* sql */ `
    SELECT p.name, ${isoInstant('p.do_not_survey_since')} AS "stoppedAt", p.do_not_survey_how AS "stoppedHow", (
        SELECT ${isoInstant('max(a.asked_at)')} FROM survey_ask a WHERE a.person_id = p.id
      ) AS "lastAskedAt"
    FROM person p WHERE p.id = $1`,
    [id],
  );

/** What was planned for them is not sent. Stopped before: as it was. */
export async function stop(sql: Sql, personId: string, how: 'link' | 'by-hand'): Promise<boolean> {
  const changed = await sql.change(
    `UPDATE person SET do_not_survey_since = now(), do_not_survey_how = $2, revision = revision + 1
     WHERE id = $1 AND do_not_survey_since IS NULL`,
    [personId, how],
  );
  await sql.change(`DELETE FROM survey_ask WHERE person_id = $1 AND state = 'planned'`, [personId]);
  return changed > 0;
}

/** Of everybody with this address: it is the same reader who wants to be asked again. */
export const takeBack = async (sql: Sql, personId: string): Promise<boolean> =>
  (await sql.change(
    `UPDATE person SET do_not_survey_since = NULL, do_not_survey_how = NULL, revision = revision + 1
     WHERE do_not_survey_since IS NOT NULL
       AND (id = $1 OR lower(email) = (SELECT lower(p.email) FROM person p WHERE p.id = $1))`,
    [personId],
  )) > 0;

/** Whose link it is, however old. */
export const personOfLink = async (sql: Sql, tokenSha256: Buffer): Promise<string | undefined> =>
  (
    await sql.first<{ personId: string | null }>(
      `SELECT a.person_id AS "personId" FROM survey_link l JOIN survey_ask a ON a.id = l.ask_id WHERE l.token_sha256 = $1`,
      [tokenSha256],
    )
  )?.personId ?? undefined;
