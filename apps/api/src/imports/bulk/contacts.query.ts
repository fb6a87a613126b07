import type { BulkComplaint, BulkContact } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { insertComplaints } from '../writing/insert-complaints.query.js';
import { insertContacts, type Inserting } from '../writing/insert-rows.query.js';
import type { ResolvedRow } from '../writing/resolve-rows.js';
import { draftOf } from './bulk-draft.js';
import type { BulkNames } from './bulk-names.js';
import type { ReadRow } from './bulk.service.js';

export type BulkStored = { readonly state: 'stored' | 'there'; readonly id: string } | 'differs';

/** Stores rows as an import would, and says of each what became of it. */
export async function storeContacts(
  sql: Sql,
  rows: readonly ReadRow<BulkContact | BulkComplaint>[],
  names: BulkNames,
  inserting: Inserting,
): Promise<{ n: number; stored: BulkStored }[]> {
  const resolved = rows.map(({ n, row, sha256 }): ResolvedRow => {
    const departmentId = names.departmentId(row.department);
    return {
      ...{ line: n, sha256, externalId: row.externalId, cells: [], draft: draftOf(row) },
      unit: departmentId === null ? null : { departmentId, teamId: '' },
      ...{ repId: names.staffId(row.rep), supervisorId: null, reasonId: names.reasonId(row.reason), personId: null },
      accountId: names.accountId(row.account),
      repConcernedId: names.staffId('complaint' in row ? row.complaint.repConcerned : null),
    };
  });
  const stored = await insertContacts(sql, resolved, inserting);
  const fresh = resolved.flatMap((row, index) => {
    const one = stored[index];
    return typeof one === 'object' && one.isNew ? [[one.id, row] as const] : [];
  });
  await insertComplaints(sql, fresh, inserting);
  return rows.flatMap(({ n }, index) => {
    const one = stored[index];
    if (one === undefined) return [];
    return [
      {
        n,
        stored: one === 'differs' ? one : { state: one.isNew ? ('stored' as const) : ('there' as const), id: one.id },
      },
    ];
  });
}
