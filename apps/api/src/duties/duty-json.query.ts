import { namelessParameters } from '../attribution/attribution.service.js';
import { isoInstant } from '../platform/database/iso-instant.js';
import { named, namedInBoth } from '../platform/database/named-json.js';
import type { SqlValues } from '../platform/database/sql-values.js';
import { type DutySight, wayOf } from './duty-sight.js';

/** The columns of a duty `d` as it is shown, but for what its kind says. */
export const dutyColumns = (sight: DutySight, values: SqlValues): string => /* sql */ `
  d.id, d.kind, ${namelessParameters('d', 'd.kind')} AS parameters,
  ${named('owner')} AS owner, coalesce(${namedInBoth('team')}, ${namedInBoth('department')}) AS unit,
  ${isoInstant('d.due_at')} AS "dueAt", ${isoInstant('d.remind_at')} AS "remindAt",
  CASE WHEN d.source_id IS NOT NULL THEN json_build_object('entity', d.source_entity, 'id', d.source_id) END AS source,
  ${wayOf(sight, values)} AS way,
  (SELECT above.level FROM duty_above above WHERE above.duty_id = d.id ORDER BY above.level LIMIT 1) AS "goneUp",
  ${isoInstant('d.created_at')} AS "createdAt", maker.name AS "createdBy",
  ${isoInstant('d.done_at')} AS "doneAt", doer.name AS "doneBy",
  d.outcome, d.outcome_note AS "outcomeNote", d.revision`;

export const dutyNames = /* sql */ `
  LEFT JOIN staff owner ON owner.id = d.owner_id
  LEFT JOIN team ON team.id = d.team_id
  LEFT JOIN department ON department.id = d.department_id
  LEFT JOIN sign_in made ON made.id = d.created_by LEFT JOIN staff maker ON maker.id = made.staff_id
  LEFT JOIN sign_in did ON did.id = d.done_by LEFT JOIN staff doer ON doer.id = did.staff_id`;
