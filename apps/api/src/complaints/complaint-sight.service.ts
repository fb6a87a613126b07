import { isWithinReach, type Sight } from '../attribution/attribution.service.js';
import type { Reach } from '../platform/access/viewer.js';
import type { SqlValues } from '../platform/database/sql-values.js';

export { handedOverBy, isSeen, type Sight, sightOf } from '../attribution/attribution.service.js';

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

export interface Directed {
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
