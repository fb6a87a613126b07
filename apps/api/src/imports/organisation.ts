import { v7 as uuid } from 'uuid';
import type { Sql } from '../platform/database/database.js';

/** Makes the organisation where there is none yet; true if it did. Without one no day has a beginning. */
export async function makeOrganisation(sql: Sql, { name, zone }: { name: string; zone: string }): Promise<boolean> {
  const made = await sql.change(
    `INSERT INTO organisation (id, name, zone) SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT FROM organisation)
     ON CONFLICT DO NOTHING`,
    [uuid(), name, zone],
  );
  return made === 1;
}

/** The zone in which the company counts days; UTC before there is one. */
export const companyZone = async (sql: Sql): Promise<string> =>
  (await sql.first<{ zone: string }>('SELECT zone FROM organisation'))?.zone ?? 'UTC';
