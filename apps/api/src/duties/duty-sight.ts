import { dutyKinds } from '@forecall/contracts';
import { holdsAt } from '../attribution/attribution.service.js';
import { type Reach, reachOf, type Viewer } from '../platform/access/viewer.js';
import type { Sql } from '../platform/database/database.js';
import type { SqlValues } from '../platform/database/sql-values.js';
import { isAbout } from './duty-about-whom.query.js';
import { peopleOf } from './stand-in.query.js';

/** Whose duties somebody sees. */
export interface DutySight extends Reach {
  /** Oneself and those for whom one stands in. */
  readonly people: readonly string[];
}

export const sightOf = async (sql: Sql, viewer: Viewer): Promise<DutySight> => ({
  ...reachOf(viewer),
  people: await peopleOf(sql, viewer.staffId),
});

/** One's own, or not about what one did oneself. */
function isFit({ staffId }: DutySight, values: SqlValues): string {
  const own = values.add(staffId, 'uuid');
  return `(d.owner_id = ${own} OR NOT ${isAbout('d', own)})`;
}

/** What nobody else may open comes to nobody by standing in. */
const staying = Object.entries(dutyKinds)
  .filter(([, kind]) => 'stays' in kind)
  .map(([name]) => `'${name}'`)
  .join(', ');

/** The ways a duty `d` comes into one's day; each reads an index of its own. */
export function waysIntoDay(sight: DutySight, values: SqlValues): string[] {
  const people = values.add(sight.people, 'uuid[]');
  const own = values.add(sight.staffId, 'uuid');
  return [
    `d.owner_id = ANY (${people}) AND (d.owner_id = ${own} OR d.kind NOT IN (${staying}))`,
    `d.owner_id IS NULL AND (d.team_id = ANY (${values.add(sight.teamIds, 'uuid[]')})
      OR d.department_id = ANY (${values.add(sight.departmentIds, 'uuid[]')}))`,
    `d.id IN (SELECT above.duty_id FROM duty_above above WHERE above.staff_id = ANY (${people}))
      AND (d.kind NOT IN (${staying}) OR d.id IN (SELECT above.duty_id FROM duty_above above WHERE above.staff_id = ${own}))`,
  ].map((way) => `${way} AND ${isFit(sight, values)}`);
}

/** A call that somebody else is to make, and that went up because it is late. */
export const isCallGoneUp = (sight: DutySight, values: SqlValues): string => {
  const people = values.add(sight.people, 'uuid[]');
  return `d.kind = 'proactive-call' AND d.owner_id <> ALL (${people})
    AND d.id IN (SELECT above.duty_id FROM duty_above above WHERE above.staff_id = ANY (${people}))`;
};

export const isInDay = (sight: DutySight, values: SqlValues): string =>
  `(${waysIntoDay(sight, values)
    .map((way) => `(${way})`)
    .join(' OR ')})`;

/** Those who are at this moment in a team or department that one leads; SQL of a relation of ids. */
export function membersWithin({ teamIds, departmentIds }: Reach, values: SqlValues): string {
  return `SELECT m.staff_id FROM membership m JOIN team t ON t.id = m.team_id
    WHERE ${holdsAt('m', 'now()')} AND (m.team_id = ANY (${values.add(teamIds, 'uuid[]')})
      OR t.department_id = ANY (${values.add(departmentIds, 'uuid[]')}))`;
}

/** Of the people and units that one leads. */
export function isWithinReach(sight: DutySight, values: SqlValues): string {
  if (sight.everything) return 'true';
  const departments = values.add(sight.departmentIds, 'uuid[]');
  return `(d.owner_id IN (${membersWithin(sight, values)})
    OR d.team_id = ANY (${values.add(sight.teamIds, 'uuid[]')}) OR d.department_id = ANY (${departments})
    OR d.team_id IN (SELECT t.id FROM team t WHERE t.department_id = ANY (${departments}))) AND ${isFit(sight, values)}`;
}

export const isSeen = (sight: DutySight, values: SqlValues): string =>
  `(${isInDay(sight, values)} OR ${isWithinReach(sight, values)})`;

/** How a duty comes to whoever looks, as one of `dutyWays`. */
export function wayOf(sight: DutySight, values: SqlValues): string {
  const [ofPeople, ofUnit, goneUp] = waysIntoDay(sight, values);
  return `CASE WHEN d.owner_id = ${values.add(sight.staffId, 'uuid')} THEN 'own' WHEN ${ofPeople} THEN 'stand-in'
    WHEN ${ofUnit} THEN 'unit' WHEN ${goneUp} THEN 'gone-up' ELSE 'reach' END`;
}
