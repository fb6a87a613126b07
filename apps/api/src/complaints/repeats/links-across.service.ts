import { complaintNumber } from '@forecall/domain';
import type { Sql } from '../../platform/database/database.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import { conflict } from '../../platform/http/problem.js';
import { isWithheld, type Onlooker } from '../complaint-sight.service.js';

/** Numbers that a refusal names at most. */
const namedAtMost = 6;

/**
 * Complaints that repeat each other or are merged are of one account: refuses when those that these contacts received
 * are so no longer, in the transaction that moved the contacts. Voided ones bind nothing. Names those to take apart,
 * without the ones whose complainant is withheld from who asks.
 */
export async function refuseLinksAcross(sql: Sql, contactIds: readonly string[], asking: Onlooker): Promise<void> {
  const values = new SqlValues();
  const contacts = values.add(contactIds, 'uuid[]');
  const rows = await sql.rows<{ running: number; year: number; isWithheld: boolean }>(
    /* sql */ `
    WITH pair AS (
      SELECT later.id AS later_id, later.contact_id AS later_contact, earlier.id AS earlier_id, earlier.contact_id AS earlier_contact
      FROM complaint later JOIN complaint earlier ON earlier.id IN (later.repeat_of, later.merged_into)
      WHERE later.contact_id = ANY (${contacts}) AND later.voided_at IS NULL AND earlier.voided_at IS NULL
      UNION ALL
      SELECT later.id, later.contact_id, earlier.id, earlier.contact_id
      FROM complaint earlier CROSS JOIN LATERAL (
        SELECT * FROM complaint WHERE repeat_of = earlier.id UNION ALL SELECT * FROM complaint WHERE merged_into = earlier.id
      ) later
      WHERE earlier.contact_id = ANY (${contacts}) AND later.voided_at IS NULL AND earlier.voided_at IS NULL
    )
    SELECT DISTINCT k.number AS running, k.number_year AS year, ${isWithheld(asking, values)} AS "isWithheld"
    FROM pair JOIN contact one ON one.id = later_contact JOIN contact other ON other.id = earlier_contact
    JOIN complaint k ON k.id IN (later_id, earlier_id)
    WHERE one.account_id IS DISTINCT FROM other.account_id ORDER BY k.number`,
    values.list,
  );
  if (rows.length === 0) return;
  const named = rows.filter((row) => !row.isWithheld).map(({ running, year }) => complaintNumber(running, year));
  const numbers = [
    ...named.slice(0, namedAtMost),
    ...(named.length < rows.length || named.length > namedAtMost ? ['…'] : []),
  ];
  throw conflict('linked-across-accounts', `Take these complaints apart first: ${numbers.join(', ')}.`, {
    values: { numbers: numbers.join(', ') },
  });
}
