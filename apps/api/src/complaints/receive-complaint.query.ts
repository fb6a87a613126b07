import { type ReceiptTimeFault, receiptTimeFault } from '@forecall/domain';
import { teamAt } from '../attribution/attribution.service.js';
import type { Sql } from '../platform/database/database.js';
import { SqlValues } from '../platform/database/sql-values.js';
import { isWithheld, type Onlooker } from './complaint-sight.service.js';
import { startClocks } from './clocks/clocks.service.js';

/** What is told of a new complaint; the rest comes from the contact that received it. */
export interface NewComplaint {
  readonly id: string;
  readonly contactId: string;
  readonly receivedAt: string | null;
  readonly summary: string;
  readonly remedySought: string;
  readonly severity: string | null;
  readonly foundByUs: boolean;
  readonly repConcernedId: string | null;
  readonly aboutContactId: string | null;
  readonly repeatOfId: string | null;
  readonly ownerId: string | null;
  /** null: nobody of ours, the customer's own form. */
  readonly createdBy: string | null;
}

/** Why a complaint cannot be linked as told; the first that holds. */
export type LinkFault =
  | 'unknown-rep'
  | 'unknown-owner'
  | 'handed-to-concerned'
  | 'owner-concerned'
  | 'unknown-contact'
  | 'unknown-complaint'
  | 'complaint-of-another-account'
  | 'complaint-not-earlier'
  | ReceiptTimeFault;

type Links = Pick<
  NewComplaint,
  'contactId' | 'receivedAt' | 'repConcernedId' | 'aboutContactId' | 'repeatOfId' | 'ownerId'
>;

/**
 * An earlier complaint is one of the same account; that of an unknown customer has no earlier one. One whose complainant
 * is withheld from who links is not known to be there, whatever its account. Earlier is earlier: so no complaints repeat
 * each other in a circle.
 */
export async function linkFault(sql: Sql, links: Links, linking: Onlooker): Promise<LinkFault | null> {
  const values = new SqlValues();
  const uuid = (id: string | null) => values.add(id, 'uuid');
  const [rep, owner, about, earlier] = [
    links.repConcernedId,
    links.ownerId,
    links.aboutContactId,
    links.repeatOfId,
  ].map(uuid);
  const receivedAt = values.add(links.receivedAt, 'timestamptz');
  const row = await sql.first<{ fault: LinkFault | null; endedAt: Date }>(
    /* sql */ `
    SELECT CASE
      WHEN ${rep} IS NOT NULL AND NOT EXISTS (SELECT FROM staff WHERE id = ${rep}) THEN 'unknown-rep'
      WHEN ${owner} IS NOT NULL AND NOT EXISTS (SELECT FROM staff WHERE id = ${owner}) THEN 'unknown-owner'
      WHEN ${about} IS NOT NULL AND NOT EXISTS (SELECT FROM contact WHERE id = ${about}) THEN 'unknown-contact'
      WHEN ${earlier} IS NOT NULL AND k.id IS NULL THEN 'unknown-complaint'
      WHEN ${earlier} IS NOT NULL AND earlier_contact.account_id IS DISTINCT FROM c.account_id THEN 'complaint-of-another-account'
      WHEN (k.first_received_at, k.number) >=
        (coalesce(${receivedAt}, own.first_received_at, c.started_at), coalesce(own.number, 2147483647)) THEN 'complaint-not-earlier'
    END AS fault, c.ended_at AS "endedAt"
    FROM contact c LEFT JOIN complaint own ON own.contact_id = c.id
    LEFT JOIN complaint k ON k.id = ${earlier} AND k.voided_at IS NULL AND k.merged_into IS NULL AND k.contact_id <> c.id
      AND NOT ${isWithheld(linking, values)}
    LEFT JOIN contact earlier_contact ON earlier_contact.id = k.contact_id
    WHERE c.id = ${uuid(links.contactId)}`,
    values.list,
  );
  if (!row || row.fault !== null || links.receivedAt === null) return row?.fault ?? null;
  return receiptTimeFault(Date.parse(links.receivedAt), row.endedAt.getTime()) ?? null;
}

export interface Received {
  readonly running: number;
  readonly year: number;
}

/**
 * The team concerned is the one its rep was in when the thing happened: in the earlier contact, else in this one. Who
 * received it sees to it, unless it is about them: then it waits in the queue.
 */
export async function insertComplaint(sql: Sql, complaint: NewComplaint): Promise<Received> {
  const row = await sql.first<Received>(
    /* sql */ `
    INSERT INTO complaint (
      id, contact_id, first_received_at, summary, remedy_sought, severity, found_by_us, rep_concerned_id,
      team_concerned_id, about_contact_id, repeat_of, owner_id, created_by
    )
    SELECT $1, c.id, coalesce($3, c.started_at), $4, $5, $6, $7, $8::uuid,
      ${teamAt('$8::uuid', 'coalesce(about.ended_at, c.ended_at)')}, about.id, $10, coalesce($11, nullif(c.rep_id, $8::uuid)), $12
    FROM contact c LEFT JOIN contact about ON about.id = $9
    WHERE c.id = $2
    RETURNING number AS running, number_year AS year`,
    [
      complaint.id,
      complaint.contactId,
      complaint.receivedAt,
      complaint.summary,
      complaint.remedySought,
      complaint.severity,
      complaint.foundByUs,
      complaint.repConcernedId,
      complaint.aboutContactId,
      complaint.repeatOfId,
      complaint.ownerId,
      complaint.createdBy,
    ],
  );
  if (!row) throw new Error('A complaint is received by a contact that is there.');
  await sql.change(
    `INSERT INTO complaint_step (id, complaint_id, step, at, by_sign_in_id)
     SELECT gen_random_uuid(), k.id, 'received', k.first_received_at, $2 FROM complaint k WHERE k.id = $1`,
    [complaint.id, complaint.createdBy],
  );
  await startClocks(sql, [complaint.id]);
  return row;
}
