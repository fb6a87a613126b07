import { v7 as uuid } from 'uuid';
import { attributionColumns, attributionJoins } from '../../attribution/attribution.service.js';
import type { Sql } from '../../platform/database/database.js';
import type { ResolvedRow } from './resolve-rows.js';

export interface Inserting {
  readonly batchId: string;
  readonly source: string;
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

/**
 * Inserts contacts with the attribution of their own time, and gives back, by row, its id; null for a row whose external
 * id the source has already. Of two such rows in the same call the first goes in.
 */
export async function insertContacts(
  sql: Sql,
  rows: readonly ResolvedRow[],
  { batchId, source }: Inserting,
): Promise<(string | null)[]> {
  const ids = rows.map(() => uuid());
  const entries = rows.map(({ draft, sha256, departmentId, repId, reasonId, accountId }, index) => ({
    id: ids[index],
    external_id: draft.externalId,
    channel: draft.channel,
    direction: draft.direction,
    purpose: draft.purpose,
    outcome: draft.outcome,
    started_at: iso(draft.startedAt),
    at: iso(draft.endedAt),
    wait_seconds: draft.waitSeconds,
    talk_seconds: draft.talkSeconds,
    hold_seconds: draft.holdSeconds,
    wrap_seconds: draft.wrapSeconds,
    resolved: draft.resolved,
    note: draft.note,
    attributes: draft.attributes,
    first_sha256: `\\x${sha256.toString('hex')}`,
    rep_id: repId,
    account_id: accountId,
    reason_id: reasonId,
    handling_department_id: departmentId,
  }));
  const inserted = await sql.rows<{ id: string }>(
    /* sql */ `
    INSERT INTO contact (
      id, conversation_id, external_id, channel, direction, purpose, outcome, started_at, ended_at, wait_seconds,
      talk_seconds, hold_seconds, wrap_seconds, resolved, note, attributes, first_sha256, rep_id, account_id, reason_id,
      source, batch_id, team_id, supervisor_id, handling_department_id, answerable_department_id, account_class,
      rep_in_care_id
    )
    SELECT event.id, event.id, external_id, channel, direction, purpose, outcome, started_at, event.at, wait_seconds,
      talk_seconds, hold_seconds, wrap_seconds, resolved, note, attributes, first_sha256, event.rep_id, event.account_id,
      event.reason_id, $2, $3, ${attributionColumns('event')}
    FROM json_to_recordset($1) AS event (
      id uuid, external_id text, channel text, direction text, purpose text, outcome text, started_at timestamptz,
      at timestamptz, wait_seconds integer, talk_seconds integer, hold_seconds integer, wrap_seconds integer,
      resolved boolean, note text, attributes jsonb, first_sha256 bytea, rep_id uuid, account_id uuid, reason_id uuid,
      handling_department_id uuid, answerable_department_id uuid
    ) ${attributionJoins('event')}
    ORDER BY event.id
    ON CONFLICT (source, external_id) WHERE external_id IS NOT NULL DO NOTHING
    RETURNING id`,
    [JSON.stringify(entries), source, batchId],
  );
  const stored = new Set(inserted.map(({ id }) => id));
  return ids.map((id) => (stored.has(id) ? id : null));
}

/** The answers about contacts that were just inserted, with the contact's own attribution. */
export async function insertAnswers(
  sql: Sql,
  rows: readonly (readonly [contactId: string, row: ResolvedRow])[],
  { batchId }: Inserting,
): Promise<void> {
  const entries = rows.flatMap(([contactId, { draft }]) =>
    draft.answers.map(({ at, ...answer }) => ({ ...answer, id: uuid(), contact_id: contactId, at: iso(at) })),
  );
  if (entries.length === 0) return;
  await sql.change(
    /* sql */ `
    INSERT INTO answer (
      id, contact_id, account_id, kind, item, scale, score, text, entered_how, at, rep_id, team_id, supervisor_id,
      handling_department_id, answerable_department_id, account_class, rep_in_care_id, channel, reason_id, batch_id
    )
    SELECT x.id, c.id, c.account_id, x.kind, x.item, x.scale, x.score, x.text, 'import', x.at, c.rep_id, c.team_id,
      c.supervisor_id, c.handling_department_id, c.answerable_department_id, c.account_class, c.rep_in_care_id, c.channel,
      c.reason_id, $2
    FROM json_to_recordset($1) AS x (
      id uuid, contact_id uuid, kind text, item text, scale smallint, score smallint, text text, at timestamptz
    ) JOIN contact c ON c.id = x.contact_id`,
    [JSON.stringify(entries), batchId],
  );
}
