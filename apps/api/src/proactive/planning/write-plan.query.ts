import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';
import type { OpenCall } from './plan-input.query.js';
import type { CompanyPlan, DueRow } from './plan-company.js';
import { askPlan } from './plan-state.query.js';

/** So many rows in one statement. */
const chunk = 5_000;

/**
 * Writes what differs: rows whose place, dates and health are as before are not touched, so that a night's plan of many
 * thousand calls writes only some. What is dropped was never tried, or goes to an account that is none of ours any more.
 * What people changed since the plan read it, or are changing, stays as it is: another plan is asked for.
 */
export async function writePlan(sql: Sql, { plan, due, missed, dropped }: CompanyPlan, now: Date): Promise<void> {
  let left = missed.length - (await endMissed(sql, missed, now));
  left += dropped.length - (await drop(sql, dropped, now));
  const places = new Map(plan.placements.map((placement) => [placement.callId, placement]));
  const why = new Map(plan.unplaced.map((call) => [call.callId, call.why]));
  const all = due.map((row): Written => ({ ...row, place: places.get(row.key), why: why.get(row.key) ?? null }));
  for (let from = 0; from < all.length; from += chunk) {
    const part = Map.groupBy(all.slice(from, from + chunk), ({ id }) => id === undefined);
    const changed = await sql.first<{ left: number }>(change, columnsOf(part.get(false) ?? []));
    left += changed?.left ?? 0;
    await sql.change(add, columnsOf(part.get(true) ?? []));
  }
  if (left > 0) await askPlan(sql);
}

interface Written extends DueRow {
  readonly place: CompanyPlan['plan']['placements'][number] | undefined;
  readonly why: string | null;
}

function columnsOf(rows: readonly Written[]): unknown[][] {
  const column = <Value>(of: (row: Written) => Value): Value[] => rows.map(of);
  return [
    column(({ id }) => id ?? uuid()),
    column(({ revision }) => revision ?? 1),
    column(({ accountId }) => accountId),
    column(({ dueOn }) => dueOn),
    column(({ earliestOn }) => earliestOn),
    column(({ place }) => place?.callerId ?? null),
    column(({ place }) => (place ? new Date(place.startMs) : null)),
    column(({ place }) => place?.on ?? null),
    column((row) => row.why),
    column(({ careClass }) => careClass),
    column(({ health }) => health),
    column(({ band }) => band),
    column(({ graceUntil }) => graceUntil),
  ];
}

const told = /* sql */ `
  unnest($1::uuid[], $2::integer[], $3::uuid[], $4::date[], $5::date[], $6::uuid[], $7::timestamptz[], $8::date[], $9::text[],
    $10::text[], $11::numeric[], $12::text[], $13::date[])
    AS t (id, revision, account_id, due_on, earliest_on, staff_id, slot_at, on_day, unplaced, class, health, band, grace_until)`;

const asRead = `p.state = 'planned' AND p.revision = t.revision`;

/** Tells how many rows were left as they are. Nobody is waited for, who could be waiting for this plan. */
const change = /* sql */ `
  WITH differing AS (
    SELECT t.* FROM ${told} LEFT JOIN planned_call p ON p.id = t.id AND ${asRead}
    -- Not those that are so already: to lock a row is to write it.
    WHERE p.id IS NULL OR (p.earliest_on, p.staff_id, p.slot_at, p.unplaced, p.class, p.health, p.band, p.grace_until)
      IS DISTINCT FROM (t.earliest_on, t.staff_id, t.slot_at, t.unplaced, t.class, t.health, t.band, t.grace_until)
  ), free AS (
    SELECT p.id FROM differing t JOIN planned_call p ON p.id = t.id AND ${asRead} FOR UPDATE OF p SKIP LOCKED
  ), changed AS (
    UPDATE planned_call p SET earliest_on = t.earliest_on, staff_id = t.staff_id, slot_at = t.slot_at, on_day = t.on_day,
      unplaced = t.unplaced, class = t.class, health = t.health, band = t.band, grace_until = t.grace_until,
      revision = p.revision + 1
    FROM differing t JOIN free ON free.id = t.id WHERE p.id = t.id AND ${asRead}
    RETURNING p.id
  )
  SELECT ((SELECT count(*) FROM differing) - (SELECT count(*) FROM changed))::int AS left`;

/** Where another call came to be due that day meanwhile, it stays. */
const add = /* sql */ `
  INSERT INTO planned_call (id, revision, account_id, due_on, earliest_on, staff_id, slot_at, on_day, unplaced, class,
    health, band, grace_until)
  SELECT t.* FROM ${told} ON CONFLICT (account_id, due_on) DO NOTHING`;

/** Those of $1 that are as they were read, with the revisions of $2. */
const free = /* sql */ `(
  SELECT p.id FROM unnest($1::uuid[], $2::integer[]) AS t (id, revision) JOIN planned_call p ON p.id = t.id AND ${asRead}
  FOR UPDATE OF p SKIP LOCKED)`;

const readAs = (calls: readonly OpenCall[]): unknown[][] => [
  calls.map(({ id }) => id),
  calls.map(({ revision }) => revision),
];

async function drop(sql: Sql, calls: readonly OpenCall[], now: Date): Promise<number> {
  const deleted = await sql.change(
    `DELETE FROM planned_call d WHERE d.id IN ${free} AND NOT EXISTS (SELECT FROM call_attempt t WHERE t.planned_call_id = d.id)`,
    readAs(calls),
  );
  return (
    deleted +
    (await sql.change(
      `UPDATE planned_call SET state = 'dropped', ended_at = $3, revision = revision + 1 WHERE id IN ${free}`,
      [...readAs(calls), now],
    ))
  );
}

/** They keep who had them, for the figures. */
const endMissed = (sql: Sql, calls: readonly OpenCall[], now: Date): Promise<number> =>
  sql.change(
    /* sql */ `
    UPDATE planned_call p SET state = 'missed', ended_at = $3, revision = p.revision + 1, team_id = (
        SELECT m.team_id FROM membership m
        WHERE m.staff_id = p.staff_id AND m."from" <= $3 AND (m."to" IS NULL OR m."to" > $3)),
      department_id = (
        SELECT t.department_id FROM membership m JOIN team t ON t.id = m.team_id
        WHERE m.staff_id = p.staff_id AND m."from" <= $3 AND (m."to" IS NULL OR m."to" > $3))
    WHERE p.id IN ${free}`,
    [...readAs(calls), now],
  );
