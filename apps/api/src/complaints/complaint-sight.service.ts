import { isWithinReach } from '../attribution/attribution.service.js';
import { type Reach, reachOf, type Viewer } from '../platform/access/viewer.js';
import type { Sql } from '../platform/database/database.js';
import type { SqlValues } from '../platform/database/sql-values.js';

/** Which complaints somebody sees: their own ones, and those of the departments in which they lead. */
export interface Sight {
  readonly everything: boolean;
  readonly staffId: string;
  readonly departmentIds: readonly string[];
}

export async function sightOf(sql: Sql, viewer: Viewer): Promise<Sight> {
  const { everything, staffId, departmentIds, teamIds } = reachOf(viewer);
  const ofTeams =
    teamIds.length === 0
      ? []
      : await sql.rows<{ id: string }>('SELECT DISTINCT department_id AS id FROM team WHERE id = ANY ($1)', [teamIds]);
  return { everything, staffId, departmentIds: [...new Set([...departmentIds, ...ofTeams.map(({ id }) => id)])] };
}

/**
 * Owner, receiver, rep concerned, supervisors and heads of the receiving and of the answerable department; as long as a
 * hand-over is not answered, also who had it before. SQL over the complaint `k` and its contact `c`.
 */
export function isSeen({ everything, staffId, departmentIds }: Sight, values: SqlValues): string {
  if (everything) return 'true';
  const own = values.add(staffId, 'uuid');
  const departments = values.add(departmentIds, 'uuid[]');
  return `coalesce(
    k.owner_id = ${own} OR k.rep_concerned_id = ${own} OR c.rep_id = ${own}
    OR c.handling_department_id = ANY (${departments}) OR c.answerable_department_id = ANY (${departments})
    OR k.id IN (${handedOverBy(own, departments)}), false)`;
}

/** The complaints whose hand-over waits for an answer, of these departments and this owner before it; SQL of ids. */
export const handedOverBy = (staffId: string, departmentIds: string): string =>
  `SELECT h.complaint_id FROM handover h
   WHERE h.answer IS NULL AND (h.from_department_id = ANY (${departmentIds}) OR h.owner_before_id = ${staffId})`;

/** Whether somebody leads the receiving or the answerable department. */
export const isLed = ({ everything, departmentIds }: Sight, values: SqlValues): string =>
  everything
    ? 'true'
    : `coalesce(ARRAY[c.handling_department_id, c.answerable_department_id] && ${values.add(departmentIds, 'uuid[]')}, false)`;

/** Who is complained of, there or in one merged into it, and does not own it, sees neither who complained nor our notes. */
export function isWithheld({ everything, staffId }: Onlooker, values: SqlValues, complaint = 'k'): string {
  if (everything) return 'false';
  const own = values.add(staffId, 'uuid');
  return `(${complaint}.owner_id IS DISTINCT FROM ${own} AND (coalesce(${complaint}.rep_concerned_id = ${own}, false)
    OR EXISTS (SELECT FROM complaint part WHERE part.merged_into = ${complaint}.id AND part.rep_concerned_id = ${own})))`;
}

/** The same, of a complaint that was read for several onlookers. */
export const isComplaintWithheld = (
  complaint: { readonly rep_concerned_id: string | null; readonly owner_id: string | null },
  staffId: string | null,
): boolean => staffId !== null && complaint.rep_concerned_id === staffId && complaint.owner_id !== staffId;

/** Who asks, as far as it decides whether customers are withheld. */
export type Onlooker = Pick<Sight, 'everything' | 'staffId'>;

/**
 * The same, by the contact that received the complaint, or the one it was merged into: wherever its customer, note or attributes are shown, filtered or
 * grouped by. The complaints about one rep are few, so their contacts are looked up once a statement. SQL over the id of
 * a contact; null where that is.
 */
export function isCustomerWithheld(contactId: string, { everything, staffId }: Onlooker, values: SqlValues): string {
  if (everything) return 'false';
  const own = values.add(staffId, 'uuid');
  return `${contactId} IN (
    SELECT about_me.contact_id FROM complaint about_me
    WHERE about_me.rep_concerned_id = ${own} AND about_me.owner_id IS DISTINCT FROM ${own}
    UNION ALL
    SELECT whole.contact_id FROM complaint about_me JOIN complaint whole ON whole.id = about_me.merged_into
    WHERE about_me.rep_concerned_id = ${own} AND whole.owner_id IS DISTINCT FROM ${own})`;
}

/** Reach over contacts, without what one would see only because the withheld account is in one's care. */
export const isContactSeen = (contact: string, reach: Reach, values: SqlValues): string =>
  isWithinReach(contact, reach, values, `NOT ${isCustomerWithheld(`${contact}.id`, reach, values)}`);

interface Directed {
  readonly ownerId: string | null;
  readonly handlingDepartmentId: string;
  readonly answerableDepartmentId: string;
}

/** Who leads the receiving or the answerable department. */
export const leads = (
  { everything, departmentIds }: Sight,
  { handlingDepartmentId, answerableDepartmentId }: Omit<Directed, 'ownerId'>,
): boolean =>
  everything || departmentIds.includes(handlingDepartmentId) || departmentIds.includes(answerableDepartmentId);

/** Who says where a complaint goes: its owner, and who leads the receiving or the answerable department. */
export const mayDirect = (sight: Sight, directed: Directed): boolean =>
  directed.ownerId === sight.staffId || leads(sight, directed);
