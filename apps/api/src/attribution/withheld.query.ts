import type { SqlValues } from '../platform/database/sql-values.js';
import type { Sight } from './complaint.query.js';

/** Who asks, as far as it decides whether customers are withheld. */
export type Onlooker = Pick<Sight, 'everything' | 'staffId'>;

/**
 * Who is complained of and does not own the complaint is not told by whom. What was merged is one complaint, and its whole
 * says who owns it; contacts of one conversation are of one customer. The complaints about one rep are few, so their
 * contacts are looked up once a statement. SQL over the id of a contact; null where that is.
 */
export function isCustomerWithheld(contactId: string, { everything, staffId }: Onlooker, values: SqlValues): string {
  if (everything) return 'false';
  const own = values.add(staffId, 'uuid');
  return `${contactId} IN (
    SELECT same.id FROM complaint about_me
    JOIN complaint whole ON whole.id = coalesce(about_me.merged_into, about_me.id)
    JOIN complaint part ON part.id = whole.id OR part.merged_into = whole.id
    JOIN contact received ON received.id = part.contact_id
    JOIN contact same ON same.conversation_id = received.conversation_id
    WHERE about_me.rep_concerned_id = ${own} AND whole.owner_id IS DISTINCT FROM ${own})`;
}

/** The same from the other side, for what is read once for many: from whom the customer of a contact is withheld; SQL of ids. */
export const withheldFrom = (contact: string): string => `ARRAY(
    SELECT about.rep_concerned_id FROM contact same
    JOIN complaint part ON part.contact_id = same.id
    JOIN complaint whole ON whole.id = coalesce(part.merged_into, part.id)
    JOIN complaint about ON about.id = whole.id OR about.merged_into = whole.id
    WHERE same.conversation_id = ${contact}.conversation_id
      AND about.rep_concerned_id IS NOT NULL AND about.rep_concerned_id IS DISTINCT FROM whole.owner_id)`;

/** Whether somebody complained in the conversation of a contact: then nothing that is written for many names its customer. */
export const isOfComplainant = (contactId: string): string =>
  `EXISTS (SELECT FROM contact named JOIN contact same ON same.conversation_id = named.conversation_id
    JOIN complaint k ON k.contact_id = same.id WHERE named.id = ${contactId})`;

const names = '{account,accountZh,accountId,person,personZh}';

/**
 * The parameters of a duty or of what is told of one (alias `row`): those about a contact of a complainant carry no name,
 * whoever reads, for it is handed on and goes up, maybe to who is complained of. What people wrote themselves stays; what
 * the program wrote (`kind` is SQL of the duty's kind) becomes the complaint's number. So are those about a low answer.
 */
export const namelessParameters = (row: string, kind: string): string => `CASE
    WHEN ${row}.source_entity = 'recovery' THEN CASE WHEN ${isOfComplainant(`(
      SELECT low.contact_id FROM recovery r JOIN answer low ON low.id = r.answer_id WHERE r.id = ${row}.source_id)`)}
      THEN ${row}.parameters - '${names}'::text[] ELSE ${row}.parameters END
    WHEN ${row}.source_entity IS DISTINCT FROM 'contact' OR NOT ${isOfComplainant(`${row}.source_id`)} THEN ${row}.parameters
    WHEN ${kind} = 'by-hand' THEN ${row}.parameters - '${names}'::text[]
    ELSE ${row}.parameters - '${names}'::text[] || jsonb_build_object('what', coalesce((
      SELECT 'C-' || to_char(k.first_received_at AT TIME ZONE (SELECT zone FROM organisation), 'YY') || '-' ||
        lpad(k.number::text, greatest(5, length(k.number::text)), '0')
      FROM complaint k WHERE k.contact_id = ${row}.source_id), '')) END`;
