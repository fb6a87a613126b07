import type { Attachment } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import { isSeen, isWithheld, type Sight } from '../complaint-sight.service.js';
import type { CheckedFile } from './file-content.js';

export interface NewAttachment extends CheckedFile {
  readonly id: string;
  readonly complaintId: string;
  readonly sha256: Buffer;
  readonly isInternal: boolean;
  /** null: the customer, by the public form. */
  readonly addedBy: string | null;
}

/** false: an attachment of that id is there already. */
export async function insertAttachment(sql: Sql, file: NewAttachment): Promise<boolean> {
  const added = await sql.change(
    /* sql */ `
    INSERT INTO attachment (id, complaint_id, name, media_type, size_bytes, sha256, content, is_internal, added_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING`,
    [
      file.id,
      file.complaintId,
      file.name,
      file.mediaType,
      file.content.length,
      file.sha256,
      file.content,
      file.isInternal,
      file.addedBy,
    ],
  );
  return added === 1;
}

/** Whether what is there under this id is the same, from the same sign-in. */
export const isSentBefore = async (sql: Sql, file: NewAttachment): Promise<boolean> =>
  (await sql.first(
    /* sql */ `
    SELECT FROM attachment WHERE id = $1 AND complaint_id = $2 AND name = $3 AND sha256 = $4 AND is_internal = $5
      AND added_by IS NOT DISTINCT FROM $6`,
    [file.id, file.complaintId, file.name, file.sha256, file.isInternal, file.addedBy],
  )) !== undefined;

export interface Kept {
  readonly files: number;
  readonly bytes: number;
}

/** What the complaint keeps, taken back or not. */
export async function keptBy(sql: Sql, complaintId: string): Promise<Kept> {
  const row = await sql.first<Kept>(
    'SELECT count(*)::int AS files, coalesce(sum(size_bytes), 0)::int AS bytes FROM attachment WHERE complaint_id = $1',
    [complaintId],
  );
  return row ?? { files: 0, bytes: 0 };
}

/** Of a complaint in sight; without those that the rep concerned does not see. In order of arrival. */
export function attachmentsOf(
  sql: Sql,
  sight: Sight,
  { id, fileId, signInId }: { id: string; fileId?: string; signInId: string },
): Promise<Attachment[]> {
  const values = new SqlValues();
  const only = fileId === undefined ? 'true' : `a.id = ${values.add(fileId, 'uuid')}`;
  return sql.rows<Attachment>(
    /* sql */ `
    SELECT a.id, a.name, a.media_type AS "mediaType", a.size_bytes AS "sizeBytes", encode(a.sha256, 'hex') AS sha256,
      a.is_internal AS "isInternal", added.name AS "addedBy", to_json(a.added_at) AS "addedAt",
      to_json(a.voided_at) AS "voidedAt", a.void_reason AS "voidReason",
      coalesce(NOT ${isWithheld(sight, values)} AND k.voided_at IS NULL
        AND (a.added_by = ${values.add(signInId, 'uuid')} OR ${isLedBy(sight, values)}), false) AS "mayVoid"
    FROM attachment a JOIN complaint k ON k.id = a.complaint_id JOIN contact c ON c.id = k.contact_id
    LEFT JOIN sign_in ON sign_in.id = a.added_by LEFT JOIN staff added ON added.id = sign_in.staff_id
    WHERE a.complaint_id = ${values.add(id, 'uuid')} AND ${only} AND ${isSeen(sight, values)}
      AND NOT (a.is_internal AND ${isWithheld(sight, values)})
    ORDER BY a.added_at, a.id`,
    values.list,
  );
}

/** Supervisors and heads of the receiving and of the answerable department take back what others added. */
const isLedBy = ({ departmentIds }: Sight, values: SqlValues): string => {
  const departments = values.add(departmentIds, 'uuid[]');
  return `c.handling_department_id = ANY (${departments}) OR c.answerable_department_id = ANY (${departments})`;
};

/** A piece of the content, from its first byte on. */
export async function pieceOf(sql: Sql, id: string, from: number, bytes: number): Promise<Buffer> {
  const row = await sql.first<{ piece: Buffer }>(
    'SELECT substring(content FROM $2::integer FOR $3::integer) AS piece FROM attachment WHERE id = $1',
    [id, from + 1, bytes],
  );
  return row?.piece ?? Buffer.alloc(0);
}

export const writeVoid = (sql: Sql, id: string, by: { signInId: string; why: string } | null): Promise<number> =>
  sql.change(
    /* sql */ `
    UPDATE attachment SET voided_at = CASE WHEN $2::uuid IS NOT NULL THEN now() END, voided_by = $2, void_reason = $3
    WHERE id = $1`,
    [id, by?.signInId ?? null, by?.why ?? null],
  );
