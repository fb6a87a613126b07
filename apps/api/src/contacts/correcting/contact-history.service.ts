import { Injectable } from '@nestjs/common';
import type { ContactRevisions } from '@forecall/contracts';
import { isContactSeen, isCustomerWithheld } from '../../complaints/complaint-sight.service.js';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import { notFound } from '../../platform/http/problem.js';

type Image = Record<string, unknown>;

interface RevisionRow {
  readonly at: string;
  readonly by: string | null;
  readonly why: string;
  readonly before: Image;
}

/** What is about the storing, not about the contact. */
const unshown = new Set([
  'id',
  'revision',
  'complaint_mark',
  'created_at',
  'created_by',
  'source',
  'external_id',
  'batch_id',
]);

/** What would tell of a customer who is withheld. */
const ofCustomer = new Set([
  'account_id',
  'person_id',
  'account_class',
  'rep_in_care_id',
  'conversation_id',
  'transferred_from',
  'note',
  'attributes',
]);

const fieldOf = (column: string) => column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Shows what a contact was before each correction. */
@Injectable()
export class ContactHistoryService {
  constructor(private readonly database: Database) {}

  async revisions(viewer: Viewer, id: string): Promise<ContactRevisions> {
    const values = new SqlValues();
    const reach = reachOf(viewer);
    const row = await this.database.first<{ present: Image; past: RevisionRow[]; isWithheld: boolean }>(
      /* sql */ `
      SELECT to_jsonb(c) - 'first_sha256' AS present, ${isCustomerWithheld('c.id', reach, values)} AS "isWithheld", coalesce((
        SELECT json_agg(json_build_object('at', l.at, 'by', staff.name, 'why', l.reason, 'before', l.before) ORDER BY l.revision)
        FROM revision_log l LEFT JOIN sign_in i ON i.id = l.by_sign_in_id LEFT JOIN staff ON staff.id = i.staff_id
        WHERE l.entity = 'contact' AND l.entity_id = c.id
      ), '[]') AS past
      FROM contact c
      WHERE c.id = ${values.add(id, 'uuid')} AND ${isContactSeen('c', reach, values)}`,
      values.list,
    );
    if (!row) throw notFound('contact');
    const images = [...row.past.map(({ before }) => before), row.present];
    const unshownHere = row.isWithheld ? new Set([...unshown, ...ofCustomer]) : unshown;
    const revisions = row.past.map(({ at, by, why, before }, n) => ({
      ...{ revision: n + 2, at, by, why: row.isWithheld ? '' : why },
      changes: differences(before, images[n + 1] ?? row.present, unshownHere),
    }));
    const ids = revisions.flatMap(({ changes }) => changes.flatMap(({ before, after }) => [before, after]));
    return { revisions: revisions.toReversed(), names: await this.namesOf(ids) };
  }

  private async namesOf(ids: readonly unknown[]): Promise<Record<string, string>> {
    const uuids = ids.filter((id) => typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id));
    if (uuids.length === 0) return {};
    const named = ['account', 'person', 'staff', 'team', 'department'].map((table) => `SELECT id, name FROM ${table}`);
    const rows = await this.database.rows<{ id: string; name: string }>(
      `SELECT id, name FROM (${named.join(' UNION ALL ')} UNION ALL SELECT id, name_en FROM reason) n WHERE id = ANY ($1)`,
      [uuids],
    );
    return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  }
}

function differences(before: Image, after: Image, without: ReadonlySet<string>) {
  return Object.keys(after)
    .filter((column) => !without.has(column) && JSON.stringify(before[column]) !== JSON.stringify(after[column]))
    .map((column) => ({ field: fieldOf(column), before: before[column] ?? null, after: after[column] ?? null }));
}
