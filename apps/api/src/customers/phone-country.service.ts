import type { Sql } from '../platform/database/database.js';

/** Where telephone numbers without their country are from (ISO 3166); null where the organisation has not said. */
export const phoneCountry = async (sql: Sql): Promise<string | null> =>
  (await sql.first<{ country: string | null }>('SELECT country FROM organisation'))?.country ?? null;
