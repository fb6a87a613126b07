import { complaintNumber } from '@forecall/domain';
import { named, namedInBoth } from '../../platform/database/named-json.js';

/** What a contact's ids stand for; SQL joins over the contact `c`. */
export const contactNames = /* sql */ `
  LEFT JOIN account ON account.id = c.account_id
  LEFT JOIN person ON person.id = c.person_id
  LEFT JOIN reason ON reason.id = c.reason_id
  LEFT JOIN staff rep ON rep.id = c.rep_id
  LEFT JOIN team ON team.id = c.team_id
  JOIN department handling ON handling.id = c.handling_department_id
  JOIN department answerable ON answerable.id = c.answerable_department_id
  LEFT JOIN complaint k ON k.contact_id = c.id AND k.voided_at IS NULL`;

export const reasonJson = /* sql */ `
  CASE WHEN reason.id IS NOT NULL THEN
    json_build_object('id', reason.id, 'nameEn', reason.name_en, 'nameZh', reason.name_zh) END`;

/** A complaint's number is made of its parts by \`numbered\`. */
export const complaintJson = /* sql */ `
  CASE WHEN k.id IS NOT NULL THEN json_build_object('id', k.id, 'isOpen', k.is_open, 'running', k.number, 'year',
    k.number_year) END`;

const unless = (withheld: string, sql: string): string => `CASE WHEN ${withheld} THEN NULL ELSE ${sql} END`;

/** The fields of ContactBrief for json_build_object; `withheld`: SQL that says whether the customer is. */
export const briefFields = (withheld: string): string => /* sql */ `
  'id', c.id, 'channel', c.channel, 'direction', c.direction, 'purpose', c.purpose, 'outcome', c.outcome,
  'startedAt', c.started_at, 'endedAt', c.ended_at, 
  'account', ${unless(withheld, namedInBoth('account'))}, 'person', ${unless(withheld, namedInBoth('person'))}, 'isCustomerWithheld', ${withheld},
  'reason', ${reasonJson}, 'resolved', c.resolved, 'rep', ${named('rep')}, 'team', ${namedInBoth('team')},
  'handlingDepartment', ${namedInBoth('handling')}, 'answerableDepartment', ${namedInBoth('answerable')},
  'complaint', ${complaintJson}, 'voidedAt', c.voided_at`;

/**
 * Those that ContactDetail has besides; over the staff `supervisor` and `caring` too. Where the customer of a contact is
 * withheld, nothing joins it to other contacts of the same conversation, and nothing those to it.
 */
export const detailFields = (withheldOf: (contactId: string) => string): string => /* sql */ `
  'conversationId', CASE WHEN ${withheldOf('c.id')} OR ${withheldOf('c.conversation_id')} THEN c.id ELSE c.conversation_id END,
  'transferredFrom', CASE WHEN ${withheldOf('c.id')} OR ${withheldOf('c.transferred_from')} THEN NULL ELSE c.transferred_from END,
  'waitSeconds', c.wait_seconds, 'talkSeconds', c.talk_seconds, 'holdSeconds', c.hold_seconds, 'wrapSeconds', c.wrap_seconds,
  'note', CASE WHEN ${withheldOf('c.id')} THEN '' ELSE c.note END,
  'attributes', CASE WHEN ${withheldOf('c.id')} THEN '{}' ELSE c.attributes END, 'supervisor', ${named('supervisor')},
  'accountClass', ${unless(withheldOf('c.id'), 'c.account_class')}, 'repInCare', ${unless(withheldOf('c.id'), named('caring'))}, 'source', c.source, 'voidReason', c.void_reason, 'createdAt', c.created_at,
  'revision', c.revision`;

export interface UnnumberedComplaint {
  readonly id: string;
  readonly isOpen: boolean;
  readonly running: number;
  readonly year: number;
}

/** The complaint with the number that people say. */
export const numbered = (complaint: UnnumberedComplaint | null) =>
  complaint && {
    id: complaint.id,
    number: complaintNumber(complaint.running, complaint.year),
    isOpen: complaint.isOpen,
  };
