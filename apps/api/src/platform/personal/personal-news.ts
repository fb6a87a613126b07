import type { Sql } from '../database/database.js';
import { liveChannel } from './live-channel.js';

/** On the channel of the live path: somebody's own day or bell has changed. */
export const personalPayload = 'personal';

/** Processes look back a minute; what is older is of no use to anybody. */
export const clearNews = (sql: Sql): Promise<number> =>
  sql.change(`DELETE FROM personal_news WHERE at < now() - interval '10 minutes'`);

/** Within the transaction of the change. `staffIds`: SQL of a relation of ids. Those who are connected hear of it. */
export const noteNews = (sql: Sql, staffIds: string, values: readonly unknown[]): Promise<number> =>
  sql.change(
    /* sql */ `
    WITH whose (staff_id) AS (${staffIds}),
    noted AS (INSERT INTO personal_news (staff_id) SELECT DISTINCT staff_id FROM whose WHERE staff_id IS NOT NULL RETURNING 1)
    SELECT pg_notify('${liveChannel}', '${personalPayload}') FROM (SELECT count(*) AS n FROM noted) counted WHERE n > 0`,
    values,
  );
