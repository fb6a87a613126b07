import type { AuditEntry, AuditQuery } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { isoInstant } from '../../platform/database/iso-instant.js';
import { SqlValues } from '../../platform/database/sql-values.js';

/** The newest first. */
export function auditPage(sql: Sql, query: AuditQuery): Promise<AuditEntry[]> {
  const values = new SqlValues();
  const conditions = ['true'];
  const demand = (value: unknown, type: string, condition: (place: string) => string) => {
    if (value !== undefined) conditions.push(condition(values.add(value, type)));
  };
  demand(query.entity, 'text', (place) => `entity = ${place}`);
  demand(query.entityId, 'text', (place) => `entity_id = ${place}`);
  demand(query.by, 'uuid', (place) => `by_sign_in_id = ${place}`);
  demand(query.from, 'timestamptz', (place) => `at >= ${place}`);
  demand(query.to, 'timestamptz', (place) => `at < ${place}`);
  demand(query.after, 'bigint', (place) => `n < ${place}`);
  return sql.rows(
    /* sql */ `
    SELECT n::float8 AS n, ${isoInstant('at')} AS at, by_sign_in_id AS "byId", by_name AS "byName",
      from_address AS "fromAddress", act, entity, entity_id AS "entityId", entity_name AS "entityName", before, after
    FROM audit_entry WHERE ${conditions.join(' AND ')}
    ORDER BY audit_entry.n DESC LIMIT ${values.add(query.limit, 'int')}`,
    values.list,
  );
}
