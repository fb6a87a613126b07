import type { Sql } from '../platform/database/database.js';

/** The zone in which days begin; UTC before there is an organisation. */
export async function organisationZone(sql: Sql): Promise<string> {
  return (await sql.first<{ zone: string }>('SELECT zone FROM organisation'))?.zone ?? 'UTC';
}
