import { v7 as uuid } from 'uuid';
import { teamAt } from '../../attribution/attribution.service.js';
import { startClocks } from '../../complaints/clocks/clocks.service.js';
import type { Sql } from '../../platform/database/database.js';
import type { Inserting } from './insert-rows.query.js';
import type { ResolvedRow } from './resolve-rows.js';

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** The complaints that contacts just inserted have received, with their course. */
export async function insertComplaints(
  sql: Sql,
  rows: readonly (readonly [contactId: string, row: ResolvedRow])[],
  { batchId, by }: Inserting,
): Promise<void> {
  const complaints = rows.flatMap(([contactId, { draft, repConcernedId }]) =>
    draft.contact?.complaint ? { id: uuid(), contactId, repConcernedId, told: draft.contact.complaint } : [],
  );
  if (complaints.length === 0) return;
  const entries = complaints.map(({ id, contactId, repConcernedId, told }) => ({
    id,
    contact_id: contactId,
    received_at: iso(told.receivedAt),
    rep_concerned_id: repConcernedId,
    summary: told.summary,
    remedy_sought: told.remedySought,
    remedy_given: told.remedyGiven,
    severity: told.severity,
    decision: told.decision,
    closing: told.closing,
    found_by_us: told.foundByUs,
  }));
  await sql.change(
    /* sql */ `
    INSERT INTO complaint (
      id, contact_id, first_received_at, rep_concerned_id, team_concerned_id, summary, remedy_sought, remedy_given,
      severity, decision, closing, found_by_us, owner_id, batch_id, created_by
    )
    SELECT x.id, c.id, x.received_at, x.rep_concerned_id, ${teamAt('x.rep_concerned_id', 'c.ended_at')}, x.summary,
      x.remedy_sought, x.remedy_given, x.severity, x.decision, x.closing, x.found_by_us, c.rep_id, $2, $3
    FROM json_to_recordset($1) AS x (
      id uuid, contact_id uuid, received_at timestamptz, rep_concerned_id uuid, summary text, remedy_sought text,
      remedy_given text, severity text, decision text, closing text, found_by_us boolean
    ) JOIN contact c ON c.id = x.contact_id
    ORDER BY x.id`,
    [JSON.stringify(entries), batchId, by ?? null],
  );
  const steps = complaints.flatMap(({ id, told }) => [
    { id: uuid(), complaint_id: id, step: 'received', at: iso(told.receivedAt), note: '', skipped_reason: null },
    ...told.steps.map(({ step, at, note, skippedReason }) => ({
      id: uuid(),
      complaint_id: id,
      step,
      at: iso(at),
      note,
      skipped_reason: skippedReason,
    })),
  ]);
  await sql.change(
    /* sql */ `
    INSERT INTO complaint_step (id, complaint_id, step, at, note, skipped_reason, by_sign_in_id)
    SELECT id, complaint_id, step, at, note, skipped_reason, $2 FROM json_to_recordset($1) AS x
      (id uuid, complaint_id uuid, step text, at timestamptz, note text, skipped_reason text)`,
    [JSON.stringify(steps), by ?? null],
  );
  await startClocks(
    sql,
    complaints.map(({ id }) => id),
  );
}
