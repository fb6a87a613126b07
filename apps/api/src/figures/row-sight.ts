import { isSeen, isWithheld, type Sight } from '../complaints/complaint-view.service.js';
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
    : `(coalesce(${reachSql(reach, values)}, false) OR ${complaintOfRow(isSeen(complaints, values))})`;

/** Seen as the complaint alone, by the rep whom it concerns: who complained is withheld, as in the complaint itself. */
export const isCustomerWithheld = ({ reach, complaints }: RowSight, values: SqlValues): string =>
  reach.everything
    ? 'false'
    : `(NOT coalesce(${reachSql(reach, values)}, false) AND ${complaintOfRow(isWithheld(complaints, values))})`;
