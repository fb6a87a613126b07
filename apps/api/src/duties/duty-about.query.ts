import { complaintNumber } from '@forecall/domain';
import type { MakeDuty } from '@forecall/contracts';
import {
  isCustomerWithheld,
  isOfComplainant,
  isSeen,
  isWithinReach,
  sightOf,
} from '../attribution/attribution.service.js';
import { reachOf, type Viewer } from '../platform/access/viewer.js';
import type { Sql } from '../platform/database/database.js';
import { SqlValues } from '../platform/database/sql-values.js';

type About = NonNullable<MakeDuty['about']>;

interface Found {
  readonly account?: string | null;
  readonly accountZh?: string | null;
  readonly accountId?: string | null;
  readonly person?: string;
  readonly personZh?: string | null;
  readonly running?: number;
  readonly year?: number;
}

const account = 'a.name AS account, a.name_zh AS "accountZh", a.id AS "accountId"';

/**
 * What fills the duty's text with the thing's names; undefined where the viewer sees no such thing. A complaint is its
 * number, and a contact that received one is nameless: whoever gets the duty may be complained of, and does not learn by
 * whom.
 */
export async function aboutOf(
  sql: Sql,
  viewer: Viewer,
  { entity, id }: About,
): Promise<Record<string, string> | undefined> {
  const values = new SqlValues();
  const one = values.add(id, 'uuid');
  const reach = reachOf(viewer);
  const question = {
    account: () => `SELECT ${account} FROM account a WHERE a.id = ${one}`,
    person: () =>
      `SELECT ${account}, p.name AS person, p.name_zh AS "personZh"
       FROM person p JOIN account a ON a.id = p.account_id WHERE p.id = ${one}`,
    contact: () =>
      `SELECT ${account} FROM contact c
       LEFT JOIN account a ON a.id = c.account_id AND NOT ${isOfComplainant('c.id')}
       WHERE c.id = ${one} AND ${isWithinReach('c', reach, values, `NOT ${isCustomerWithheld('c.id', reach, values)}`)}`,
    complaint: async () =>
      `SELECT k.number AS running, k.number_year AS year FROM complaint k JOIN contact c ON c.id = k.contact_id
       WHERE k.id = ${one} AND ${isSeen(await sightOf(sql, viewer), values)}`,
  }[entity];
  const found = await sql.first<Found & Record<string, unknown>>(await question(), values.list);
  if (!found) return undefined;
  const { running, year, ...names } = found;
  const complaint = running === undefined ? null : complaintNumber(running, year ?? 0);
  return Object.fromEntries(Object.entries({ ...names, complaint }).filter(isNamed));
}

const isNamed = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string';
