import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';
import type { OpenCall } from './plan-input.query.js';
import type { CompanyPlan } from './plan-company.js';

/** So many rows in one statement. */
const chunk = 5_000;

/**
 * Writes what differs: rows whose place, dates and health are as before are not touched, so that a night's plan of many
 * thousand calls writes only some. What is dropped was never tried, or goes to an account that is none of ours any more.
 */
export async function writePlan(sql: Sql, { plan, due, missed, dropped }: CompanyPlan, now: Date): Promise<void> {
  await endMissed(sql, missed.map(idOf), now);
  await drop(sql, dropped.map(idOf), now);
  const places = new Map(plan.placements.map((placement) => [placement.callId, placement]));
  const why = new Map(plan.unplaced.map((call) => [call.callId, call.why]));
  const all = due.map((row) => ({ ...row, place: places.get(row.key), why: why.get(row.key) ?? null }));
  for (let from = 0; from < all.length; from += chunk) {
    const part = all.slice(from, from + chunk);
    const column = <Value>(of: (row: (typeof all)[number]) => Value): Value[] => part.map(of);
    await sql.change(written, [
      column(({ id }) => id ?? uuid()),
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
    ]);
  }
}

const idOf = ({ id }: OpenCall): string => id;

async function drop(sql: Sql, ids: readonly string[], now: Date): Promise<void> {
  await sql.change(
    `DELETE FROM planned_call p WHERE p.id = ANY ($1) AND NOT EXISTS (SELECT FROM call_attempt t WHERE t.planned_call_id = p.id)`,
    [ids],
  );
  await sql.change(
    `UPDATE planned_call SET state = 'dropped', ended_at = $2, revision = revision + 1 WHERE id = ANY ($1) AND state = 'planned'`,
    [ids, now],
  );
}

const written = /* sql */ `
  INSERT INTO planned_call (id, account_id, due_on, earliest_on, staff_id, slot_at, on_day, unplaced, class,
    health, band, grace_until)
  SELECT t.id, t.account_id, t.due_on, t.earliest_on, t.staff_id, t.slot_at, t.on_day, t.unplaced, t.class,
    t.health, t.band, t.grace_until
  FROM unnest($1::uuid[], $2::uuid[], $3::date[], $4::date[], $5::uuid[], $6::timestamptz[], $7::date[], $8::text[],
    $9::text[], $10::numeric[], $11::text[], $12::date[])
    AS t (id, account_id, due_on, earliest_on, staff_id, slot_at, on_day, unplaced, class, health, band, grace_until)
  -- Left out here: a conflict that changes nothing would still lock its row, which is a write.
  WHERE NOT EXISTS (
    SELECT FROM planned_call same WHERE same.account_id = t.account_id AND same.due_on = t.due_on
      AND (same.earliest_on, same.staff_id, same.slot_at, same.unplaced, same.class, same.health, same.band, same.grace_until)
        IS NOT DISTINCT FROM
        (t.earliest_on, t.staff_id, t.slot_at, t.unplaced, t.class, t.health, t.band, t.grace_until))
  ON CONFLICT (account_id, due_on) DO UPDATE SET earliest_on = excluded.earliest_on, staff_id = excluded.staff_id,
    slot_at = excluded.slot_at, on_day = excluded.on_day, unplaced = excluded.unplaced, class = excluded.class,
    health = excluded.health, band = excluded.band, grace_until = excluded.grace_until, revision = planned_call.revision + 1
  WHERE planned_call.state = 'planned'`;

/** They keep who had them, for the figures. */
const endMissed = (sql: Sql, ids: readonly string[], now: Date): Promise<number> =>
  sql.change(
    /* sql */ `
    UPDATE planned_call p SET state = 'missed', ended_at = $2, revision = p.revision + 1, team_id = (
        SELECT m.team_id FROM membership m
        WHERE m.staff_id = p.staff_id AND m."from" <= $2 AND (m."to" IS NULL OR m."to" > $2)),
      department_id = (
        SELECT t.department_id FROM membership m JOIN team t ON t.id = m.team_id
        WHERE m.staff_id = p.staff_id AND m."from" <= $2 AND (m."to" IS NULL OR m."to" > $2))
    WHERE p.id = ANY ($1)`,
    [ids, now],
  );
