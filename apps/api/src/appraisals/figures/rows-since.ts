import type { RowSince } from '@forecall/contracts';
import { complaintNumber } from '@forecall/domain';
import type { Sql } from '../../platform/database/database.js';

type Adds = Readonly<Record<string, string>>;

const mostNamed = 100;

/** Which rows are not as they were frozen, the gone ones first, and what is known of them now. */
export async function rowsSince(sql: Sql, before: Adds, after: Adds): Promise<RowSince[]> {
  const gone = Object.keys(before).filter((id) => !Object.hasOwn(after, id));
  const other = Object.keys(after).filter((id) => after[id] !== before[id]);
  const ids = [...gone, ...other].slice(0, mostNamed);
  if (ids.length === 0) return [];
  const named = new Map((await known(sql, ids)).map((row) => [row.id, row]));
  return ids.map((id) => {
    const { at, number, year, isVoided } = named.get(id) ?? unknown;
    return {
      ...{ id, then: addsOf(before[id]), now: addsOf(after[id]), isVoided },
      at: at?.toISOString() ?? null,
      complaintNumber: number === null || year === null ? null : complaintNumber(number, year),
    };
  });
}

/** "1/1", as it is kept. */
function addsOf(kept: string | undefined): RowSince['now'] {
  if (kept === undefined) return null;
  const [numerator = 0, denominator = 0] = kept.split('/').map(Number);
  return { numerator, denominator };
}

interface Known {
  readonly at: Date | null;
  readonly number: number | null;
  readonly year: number | null;
  readonly isVoided: boolean;
}

const unknown: Known = { at: null, number: null, year: null, isVoided: false };

/** A row is a contact, an answer, a complaint, a promise, a planned call or an exam; no customer is named. */
const known = (sql: Sql, ids: readonly string[]) =>
  sql.rows<Known & { id: string } & Record<string, unknown>>(
    /* sql */ `
    SELECT x.id, coalesce(r.at, own.first_received_at, c.ended_at, pr.original_due_at, pc.slot_at, e.starts_at) AS at,
      p.number, p.number_year AS year,
      coalesce(r.voided_at, CASE WHEN r.id IS NULL THEN p.voided_at END, c.voided_at) IS NOT NULL AS "isVoided"
    FROM unnest($1::uuid[]) AS x (id)
    LEFT JOIN answer r ON r.id = x.id LEFT JOIN complaint own ON own.id = x.id
    LEFT JOIN contact c ON c.id = coalesce(r.contact_id, own.contact_id, x.id)
    LEFT JOIN complaint p ON p.contact_id = c.id
    LEFT JOIN promise pr ON pr.id = x.id LEFT JOIN planned_call pc ON pc.id = x.id LEFT JOIN exam e ON e.id = x.id`,
    [ids],
  );
