/**
 * The joins that resolve the frozen columns of events. `event` is a relation with the columns rep_id, account_id,
 * reason_id, at, handling_department_id (explicit, for events without a rep) and answerable_department_id (explicit).
 *
 * Each join looks for the one row that held at the event's time: the last that began by then and has not ended. Periods
 * are half-open and of most of them only one holds at a time, so each is one short read of an index on (owner, "from").
 *
 * `isStated`: the events may say themselves of which team (with its department) and under whom they were, in the columns
 * team_id and supervisor_id; what an event says of itself goes before what the organisation says.
 */
export const attributionJoins = (event: string, { isStated = false }: Stated = {}): string => /* sql */ `
  LEFT JOIN LATERAL (
    SELECT m.team_id, t.department_id FROM membership m JOIN team t ON t.id = m.team_id
    WHERE m.staff_id = ${event}.rep_id AND ${holdsAt('m', `${event}.at`)}
    ORDER BY m."from" DESC LIMIT 1
  ) place ON true
  ${leadOf(team(event, isStated), `${event}.at`)}
  LEFT JOIN LATERAL (
    SELECT c.class FROM account_class c
    WHERE c.account_id = ${event}.account_id AND ${holdsAt('c', `${event}.at`)}
    ORDER BY c."from" DESC LIMIT 1
  ) care_class ON true
  LEFT JOIN LATERAL (
    SELECT c.staff_id FROM account_care c
    WHERE c.account_id = ${event}.account_id AND c.part = 'rep' AND ${holdsAt('c', `${event}.at`)}
    ORDER BY c."from" DESC LIMIT 1
  ) care ON true`;

interface Stated {
  readonly isStated?: boolean;
}

const team = (event: string, isStated: boolean) =>
  isStated ? `coalesce(${event}.team_id, place.team_id)` : 'place.team_id';

/** Beside a rep stands the team's department; nobody's event names its department itself. */
const handling = (event: string, isStated: boolean) =>
  isStated
    ? `CASE WHEN ${event}.team_id IS NOT NULL THEN ${event}.handling_department_id
        ELSE coalesce(place.department_id, ${event}.handling_department_id) END`
    : `coalesce(place.department_id, ${event}.handling_department_id)`;

/**
 * The frozen columns over those joins. The answerable department is the one chosen, else the reason's, climbing to the
 * parents until one names it, else the handling one.
 */
export const attributionColumns = (event: string, { isStated = false }: Stated = {}): string => /* sql */ `
  ${team(event, isStated)} AS team_id,
  ${isStated ? `coalesce(${event}.supervisor_id, lead.staff_id)` : 'lead.staff_id'} AS supervisor_id,
  ${handling(event, isStated)} AS handling_department_id,
  coalesce(
    ${event}.answerable_department_id, ${departmentOfReason(`${event}.reason_id`)}, ${handling(event, isStated)}
  )
    AS answerable_department_id,
  care_class.class AS account_class,
  care.staff_id AS rep_in_care_id`;

/** The department that answers for a reason; SQL of a uuid, null without a reason. */
export const departmentOfReason = (reasonId: string): string => /* sql */ `(
  SELECT coalesce(r.answerable_department_id, (
    WITH RECURSIVE climb AS (
      SELECT r.parent_id, r.answerable_department_id, 1 AS height
      UNION ALL
      SELECT above.parent_id, above.answerable_department_id, climb.height + 1
      FROM climb JOIN reason above ON above.id = climb.parent_id
      WHERE climb.answerable_department_id IS NULL AND climb.height < 20
    )
    SELECT climb.answerable_department_id FROM climb WHERE climb.answerable_department_id IS NOT NULL
  ))
  FROM reason r WHERE r.id = ${reasonId})`;

/** The team somebody was in at a moment; SQL of a uuid, null where in none. */
export const teamAt = (staffId: string, at: string): string =>
  `(SELECT m.team_id FROM membership m WHERE m.staff_id = ${staffId} AND ${holdsAt('m', at)} LIMIT 1)`;

/** Who led a team at a moment, as `lead`: its supervisor, where it had none who stood in. */
export const leadOf = (teamId: string, at = 'now()'): string => /* sql */ `
  LEFT JOIN LATERAL (
    SELECT l.staff_id FROM leadership l
    WHERE l.team_id = ${teamId} AND l.role IN ('supervisor', 'stand-in') AND ${holdsAt('l', at)}
    ORDER BY l.role = 'supervisor' DESC, l."from" DESC LIMIT 1
  ) lead ON true`;

/** Whether the dated row `alias` holds at a moment. */
export const holdsAt = (alias: string, at: string): string =>
  `${alias}."from" <= ${at} AND (${alias}."to" IS NULL OR ${alias}."to" > ${at})`;
