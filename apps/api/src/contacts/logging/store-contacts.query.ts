import { attributionColumns, attributionJoins } from '../../attribution/attribution.service.js';
import type { ContactEntry } from './contact-entry.js';

/** Why a contact was not stored. */
export type StoreFault =
  | 'unknown-account'
  | 'unknown-person'
  | 'person-of-another-account'
  | 'unknown-reason'
  | 'reason-not-in-use'
  | 'unknown-department'
  | 'unknown-transfer'
  | 'rep-without-team'
  | 'rep-out-of-reach';

export interface StoreOutcome {
  readonly id: string;
  readonly fault: StoreFault | null;
  /** false without a fault: a contact with this id was there before. */
  readonly isNew: boolean;
}

/** The fields of an entry as PostgreSQL reads them. */
const types = {
  id: 'uuid',
  conversation_id: 'uuid',
  transferred_from: 'uuid',
  account_id: 'uuid',
  person_id: 'uuid',
  channel: 'text',
  direction: 'text',
  purpose: 'text',
  outcome: 'text',
  started_at: 'timestamptz',
  at: 'timestamptz',
  wait_seconds: 'integer',
  talk_seconds: 'integer',
  hold_seconds: 'integer',
  wrap_seconds: 'integer',
  reason_id: 'uuid',
  resolved: 'boolean',
  note: 'text',
  attributes: 'jsonb',
  rep_id: 'uuid',
  handling_department_id: 'uuid',
  answerable_department_id: 'uuid',
  first_sha256: 'bytea',
  source: 'text',
  created_by: 'uuid',
  reach_staff_id: 'uuid',
  reach_team_ids: 'uuid[]',
  reach_department_ids: 'uuid[]',
} as const satisfies Record<keyof ContactEntry, string>;

const fields = Object.keys(types) as (keyof ContactEntry)[];

/** Stored as the entry has them; the other columns of a contact are resolved. */
const taken = fields.filter(
  (field) => !/^(at|conversation_id|account_id|person_id|.*_department_id|reach_.*)$/.test(field),
);

const stored = [
  ...taken,
  'ended_at',
  'account_id',
  'person_id',
  'conversation_id',
  'team_id',
  'supervisor_id',
  'handling_department_id',
  'answerable_department_id',
  'account_class',
  'rep_in_care_id',
];

const faultInItself = /* sql */ `CASE
  WHEN x.person_id IS NOT NULL AND person.id IS NULL THEN 'unknown-person'
  WHEN account.id <> person.account_id THEN 'person-of-another-account'
  WHEN x.account_id IS NOT NULL AND account.id IS NULL THEN 'unknown-account'
  WHEN x.reason_id IS NOT NULL AND reason.id IS NULL THEN 'unknown-reason'
  WHEN x.at < reason."from" OR x.at >= reason."to" THEN 'reason-not-in-use'
  WHEN EXISTS (
    SELECT FROM unnest(ARRAY[x.handling_department_id, x.answerable_department_id]) AS told
    WHERE told IS NOT NULL AND NOT EXISTS (SELECT FROM department d WHERE d.id = told)
  ) THEN 'unknown-department'
  WHEN x.transferred_from IS NOT NULL AND transferring.id IS NULL THEN 'unknown-transfer'
END`;

const isWithinReach = /* sql */ `
  e.rep_id = e.reach_staff_id
  OR place.team_id = ANY (e.reach_team_ids)
  OR coalesce(place.department_id, e.handling_department_id) = ANY (e.reach_department_ids)
  OR e.rep_id IS NULL AND e.handling_department_id IN (SELECT t.department_id FROM team t WHERE t.id = ANY (e.reach_team_ids))`;

/** By its key, row by row: the planner guesses the size of a JSON array, and would read whole tables for it. */
const oneOf = (table: string, id: string, alias = table): string =>
  `LEFT JOIN LATERAL (SELECT * FROM ${table} WHERE ${table}.id = ${id} LIMIT 1) ${alias} ON true`;

/** The same, or the one it was merged into: a console may not have heard of that. */
const stayed = (table: string, id: string): string =>
  oneOf(table, `coalesce((SELECT merged_into FROM ${table} known WHERE known.id = ${id}), ${id})`);

/**
 * The common table expression `resolved`: contacts with their frozen columns and, where one cannot be stored as it is,
 * its fault.
 */
export const resolvedFrom = (entries: string): string => /* sql */ `
  event AS (
    SELECT ${taken.map((field) => `x.${field}`).join(', ')},
      x.at, x.handling_department_id, x.answerable_department_id, x.reach_staff_id, x.reach_team_ids, x.reach_department_ids,
      account.id AS account_id, person.id AS person_id,
      coalesce(x.conversation_id, transferring.conversation_id, x.id) AS conversation_id,
      ${faultInItself} AS fault
    FROM ${entries} AS x (${fields.map((field) => `${field} ${types[field]}`).join(', ')})
    ${stayed('person', 'x.person_id')}
    ${stayed('account', 'coalesce(x.account_id, person.account_id)')}
    ${oneOf('reason', 'x.reason_id')}
    ${oneOf('contact', 'x.transferred_from', 'transferring')}
  ), resolved AS (
    SELECT ${taken.map((field) => `e.${field}`).join(', ')}, e.at AS ended_at, e.account_id, e.person_id, e.conversation_id,
      CASE
        WHEN e.fault IS NOT NULL THEN e.fault
        WHEN (${isWithinReach}) IS NOT TRUE THEN 'rep-out-of-reach'
        WHEN place.team_id IS NULL AND e.rep_id IS NOT NULL THEN 'rep-without-team'
      END AS fault,
      ${attributionColumns('e')}
    FROM event e ${attributionJoins('e')}
  )`;

/**
 * Stores contacts, their attribution resolved, in one statement: the sound ones go in, the others come back with their
 * fault, and neither touches the other. Sorted by id, so that two groups cannot wait for each other in a circle.
 */
const storeFrom = (entries: string): string => /* sql */ `
  WITH ${resolvedFrom(entries)}, added AS (
    INSERT INTO contact (${stored.join(', ')})
    SELECT ${stored.join(', ')} FROM resolved WHERE fault IS NULL ORDER BY id
    ON CONFLICT (id) DO NOTHING
    RETURNING id
  )
  SELECT resolved.id, resolved.fault, added.id IS NOT NULL AS "isNew"
  FROM resolved LEFT JOIN added ON added.id = resolved.id`;

/** Of any number of contacts: $1 is a JSON array of entries. */
export const storeMany = storeFrom('json_to_recordset($1)');

/** Of one contact: $1 is the JSON of an entry. */
export const storeOne = storeFrom('json_to_record($1)');
