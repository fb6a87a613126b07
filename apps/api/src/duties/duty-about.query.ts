import type { MakeDuty } from '@forecall/contracts';
import type { Viewer } from '../platform/access/viewer.js';
import { reachOf } from '../platform/access/viewer.js';
import { isWithinReach } from '../attribution/attribution.service.js';
import type { Sql } from '../platform/database/database.js';
import { SqlValues } from '../platform/database/sql-values.js';

type About = NonNullable<MakeDuty['about']>;

/** The name of the account that a thing is of, as the duty's text shows it; undefined where the viewer sees no such thing. */
export async function aboutOf(
  sql: Sql,
  viewer: Viewer,
  { entity, id }: About,
): Promise<Record<string, string> | undefined> {
  const values = new SqlValues();
  const one = values.add(id, 'uuid');
  const reach = reachOf(viewer);
  const from = {
    account: `account a WHERE a.id = ${one}`,
    person: `person p JOIN account a ON a.id = p.account_id WHERE p.id = ${one}`,
    contact: () =>
      `contact c LEFT JOIN account a ON a.id = c.account_id WHERE c.id = ${one} AND ${isWithinReach('c', reach, values)}`,
    complaint: () => `complaint k JOIN contact c ON c.id = k.contact_id LEFT JOIN account a ON a.id = c.account_id
      WHERE k.id = ${one} AND (${isWithinReach('c', reach, values)} OR k.owner_id = ${values.add(viewer.staffId, 'uuid')})`,
  }[entity];
  const row = await sql.first<{ name: string | null; nameZh: string | null }>(
    `SELECT a.name, a.name_zh AS "nameZh" FROM ${typeof from === 'string' ? from : from()}`,
    values.list,
  );
  if (!row) return undefined;
  return { ...(row.name && { account: row.name }), ...(row.nameZh && { accountZh: row.nameZh }) };
}
