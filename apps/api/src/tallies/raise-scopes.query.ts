import type { Sql } from '../platform/database/database.js';
import { liveChannel } from '../platform/personal/live-channel.js';

/** Something other than a count changed of these departments: whoever watches them is sent them anew. */
export async function raiseScopes(sql: Sql, departmentIds: readonly string[]): Promise<void> {
  if (departmentIds.length === 0) return;
  await sql.change(
    /* sql */ `
    INSERT INTO scope_version (scope, version)
    SELECT DISTINCT 'department:' || id, 1 FROM unnest($1::uuid[]) AS asked (id) ORDER BY 1
    ON CONFLICT (scope) DO UPDATE SET version = scope_version.version + 1, changed_at = now()`,
    [departmentIds],
  );
  await sql.change(`SELECT pg_notify('${liveChannel}', '')`);
}
