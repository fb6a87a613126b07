import type { EarlierComplaints } from '@forecall/contracts';
import { repeatWithinDays } from '@forecall/domain';
import type { Sql } from '../../platform/database/database.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import { isWithheld, type Onlooker } from '../complaint-sight.service.js';

interface Asked {
  readonly accountId: string;
  readonly reasonId: string | null;
  readonly before: Date;
  readonly exceptId: string | null;
}

type Earlier = EarlierComplaints['complaints'][number];
export type EarlierRow = Omit<Earlier, 'number'> & { readonly running: number; readonly year: number };

/**
 * Of the account, neither voided nor merged away, without those whose customer is withheld from who asks; the nearest
 * reason first, then the newest.
 */
export function earlierComplaints(
  sql: Sql,
  { accountId, reasonId, before, exceptId }: Asked,
  asking: Onlooker,
): Promise<EarlierRow[]> {
  const values = new SqlValues();
  const [account, reason, exceptComplaint] = [accountId, reasonId, exceptId].map((id) => values.add(id, 'uuid'));
  const until = values.add(before, 'timestamptz');
  return sql.rows<EarlierRow>(
    /* sql */ `
    SELECT k.id, k.number AS running, k.number_year AS year, k.is_open AS "isOpen",
      to_char(k.first_received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "firstReceivedAt",
      CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'nameEn', r.name_en, 'nameZh', r.name_zh) END AS reason,
      CASE WHEN r.id = asked.id THEN 'same'
        WHEN r.parent_id = asked.parent_id OR r.parent_id = asked.id OR r.id = asked.parent_id THEN 'group'
        ELSE 'other' END AS nearness
    FROM contact c JOIN complaint k ON k.contact_id = c.id
    LEFT JOIN reason r ON r.id = c.reason_id
    LEFT JOIN reason asked ON asked.id = ${reason}
    WHERE c.account_id = ${account} AND c.complaint_mark > 0 AND c.ended_at > ${until} - interval '${repeatWithinDays} days'
      AND k.first_received_at > ${until} - interval '${repeatWithinDays} days' AND k.first_received_at <= ${until}
      AND k.id IS DISTINCT FROM ${exceptComplaint} AND NOT ${isWithheld(asking, values)}
    ORDER BY CASE WHEN r.id = asked.id THEN 0 WHEN r.parent_id = asked.parent_id OR r.parent_id = asked.id
      OR r.id = asked.parent_id THEN 1 ELSE 2 END, k.first_received_at DESC LIMIT 10`,
    values.list,
  );
}
