import { isCustomerWithheld, isWithinReach, type Onlooker, type Sight } from '../attribution/attribution.service.js';
import type { Reach } from '../platform/access/viewer.js';
import type { SqlValues } from '../platform/database/sql-values.js';

export {
  handedOverBy,
  isCustomerWithheld,
  isSeen,
  type Onlooker,
  type Sight,
  sightOf,
} from '../attribution/attribution.service.js';

/** Whether somebody leads the receiving or the answerable department. */
export const isLed = ({ everything, departmentIds }: Sight, values: SqlValues): string =>
  everything
    ? 'true'
    : `coalesce(ARRAY[c.handling_department_id, c.answerable_department_id] && ${values.add(departmentIds, 'uuid[]')}, false)`;

/** Who is complained of sees neither who complained nor our notes. SQL over the alias of a complaint. */
export const isWithheld = (onlooker: Onlooker, values: SqlValues, complaint = 'k'): string =>
  isCustomerWithheld(`${complaint}.contact_id`, onlooker, values);

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
