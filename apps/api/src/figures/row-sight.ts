import {
  isCustomerWithheld as isWithheldOfContact,
  isSeen,
  type Sight,
} from '../complaints/complaint-sight.service.js';
import type { Question } from './question.js';
import { reachSql } from './row-source.js';
import type { SqlValues } from './sql-values.js';

/** Who looks at the rows behind a figure: their reach over contacts, and which complaints they see besides. */
export interface RowSight {
  readonly reach: NonNullable<Question['reach']>;
  readonly complaints: Sight;
}

/** Complaints stand under the contact that received them; that of the row is asked for only where the row is one. */
const complaintOfRow = (condition: string): string => `(r.is_complaint AND EXISTS (
    SELECT FROM complaint k JOIN contact c ON c.id = k.contact_id
    WHERE k.contact_id = r.contact_id AND k.voided_at IS NULL AND ${condition}))`;

/**
 * A row is seen within the reach, and where it is a complaint also by whoever sees the complaint: so the receipts show
 * what the list of complaints and the arriving ones show. SQL over the row `r`.
 */
export const isRowSeen = ({ reach, complaints }: RowSight, values: SqlValues): string =>
  reach.everything
    ? 'true'
    : `(coalesce(${reachSql(reach, 'r.contact_id', values)}, false) OR ${complaintOfRow(isSeen(complaints, values))})`;

/** Who complained is withheld from the rep whom it concerns, as in the complaint itself. */
export const isCustomerWithheld = ({ reach }: RowSight, values: SqlValues): string =>
  `coalesce(${isWithheldOfContact('r.contact_id', reach, values)}, false)`;
