import { v7 as uuid } from 'uuid';
import { attributionColumns, attributionJoins } from '../../attribution/attribution.service.js';
import type { Sql } from '../../platform/database/database.js';
import type { ResolvedRow } from './resolve-rows.js';

export interface Inserting {
  /** null: not an import, but rows that another program enters. */
  readonly batchId: string | null;
  readonly source: string;
  /** The sign-in that enters them; left out: an import. */
  readonly by?: string;
  /** The rows themselves say of which team, and under whom, their contacts are. */
  readonly statesTeam: boolean;
}

export type Stored = { readonly id: string; readonly isNew: boolean } | 'differs';

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

/**
 * Inserts the contacts of rows with the attribution of their own time, and says of each what became of it: stored, there
 * already with the same content, or there with another. Of two such rows in the same call the first goes in.
 */
export async function insertContacts(
  sql: Sql,
  rows: readonly ResolvedRow[],
  { batchId, source, statesTeam, by }: Inserting,
): Promise<Stored[]> {
  const ids = rows.map(() => uuid());
  const entries = rows.map(({ draft: { contact }, externalId, sha256, ...row }, index) => ({
    id: ids[index],
    external_id: externalId,
    channel: contact?.channel,
    direction: contact?.direction,
    purpose: contact?.purpose,
    outcome: contact?.outcome,
    started_at: iso(contact?.startedAt ?? 0),
    at: iso(contact?.endedAt ?? 0),
    wait_seconds: contact?.waitSeconds,
    talk_seconds: contact?.talkSeconds,
    hold_seconds: contact?.holdSeconds,
    wrap_seconds: contact?.wrapSeconds,
    resolved: contact?.resolved,
    note: contact?.note,
    attributes: contact?.attributes,
    first_sha256: `\\x${sha256.toString('hex')}`,
    rep_id: row.repId,
    account_id: row.accountId,
    person_id: row.personId,
    reason_id: row.reasonId,
    handling_department_id: row.unit?.departmentId,
    ...(statesTeam && { team_id: row.unit?.teamId, supervisor_id: row.supervisorId }),
  }));
  const inserted = await sql.rows<{ id: string }>(
    /* sql */ `
    INSERT INTO contact (
      id, conversation_id, external_id, channel, direction, purpose, outcome, started_at, ended_at, wait_seconds,
      talk_seconds, hold_seconds, wrap_seconds, resolved, note, attributes, first_sha256, rep_id, account_id, person_id,
      reason_id, source, batch_id, created_by, team_id, supervisor_id, handling_department_id, answerable_department_id, account_class,
      rep_in_care_id
    )
    SELECT event.id, event.id, external_id, channel, direction, purpose, outcome, started_at, event.at, wait_seconds,
      talk_seconds, hold_seconds, wrap_seconds, resolved, note, attributes, first_sha256, event.rep_id, event.account_id,
      event.person_id, event.reason_id, $2, $3, $4, ${attributionColumns('event', { isStated: true })}
    FROM json_to_recordset($1) AS event (
      id uuid, external_id text, channel text, direction text, purpose text, outcome text, started_at timestamptz,
      at timestamptz, wait_seconds integer, talk_seconds integer, hold_seconds integer, wrap_seconds integer,
      resolved boolean, note text, attributes jsonb, first_sha256 bytea, rep_id uuid, account_id uuid, person_id uuid,
      reason_id uuid, handling_department_id uuid, answerable_department_id uuid, team_id uuid, supervisor_id uuid
    ) ${attributionJoins('event', { isStated: true })}
    ORDER BY event.id
    ON CONFLICT (source, external_id) WHERE external_id IS NOT NULL DO NOTHING
    RETURNING id`,
    [JSON.stringify(entries), source, batchId, by ?? null],
  );
  if (inserted.length === rows.length) return ids.map((id) => ({ id, isNew: true }));
  const stored = new Set(inserted.map(({ id }) => id));
  const there = await firstContents(
    sql,
    source,
    rows.map(({ externalId }) => externalId),
  );
  return ids.map((id, n) => {
    if (stored.has(id)) return { id, isNew: true };
    const row = rows[n];
    const first = row && there.get(row.externalId);
    return row && first?.sha256.equals(row.sha256) ? { id: first.id, isNew: false } : 'differs';
  });
}

/** Contacts of a source and the content with which they came, by what tells them apart. */
export async function firstContents(
  sql: Sql,
  source: string,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly sha256: Buffer }>> {
  const rows = await sql.rows<{ key: string; id: string; sha256: Buffer }>(
    `SELECT external_id AS key, id, first_sha256 AS sha256 FROM contact WHERE source = $1 AND external_id = ANY ($2)`,
    [source, externalIds],
  );
  return new Map(rows.map(({ key, id, sha256 }) => [key, { id, sha256 }]));
}

/** The answers about contacts that were just inserted, with the contact's own attribution. */
export async function insertAnswers(
  sql: Sql,
  rows: readonly (readonly [contactId: string, row: ResolvedRow])[],
  { batchId }: Inserting,
): Promise<void> {
  const entries = rows.flatMap(([contactId, { draft }]) =>
    (draft.contact?.answers ?? []).map(({ at, ...answer }) => ({
      ...answer,
      id: uuid(),
      contact_id: contactId,
      at: iso(at),
    })),
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
