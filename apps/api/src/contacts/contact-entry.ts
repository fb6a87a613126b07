import { createHash } from 'node:crypto';
import type { LogContact } from '@forecall/contracts';
import { type Reach, reachOf, type Viewer } from '../platform/access/viewer.js';

/** A contact on its way into the database, named as its statement names it; `at` is the end. */
export interface ContactEntry {
  readonly id: string;
  readonly conversation_id: string | null;
  readonly transferred_from: string | null;
  readonly account_id: string | null;
  readonly person_id: string | null;
  readonly channel: string;
  readonly direction: string;
  readonly purpose: string;
  readonly outcome: string;
  readonly started_at: string;
  readonly at: string;
  readonly wait_seconds: number | null;
  readonly talk_seconds: number | null;
  readonly hold_seconds: number | null;
  readonly wrap_seconds: number | null;
  readonly reason_id: string | null;
  readonly resolved: boolean | null;
  readonly note: string;
  readonly attributes: LogContact['attributes'];
  readonly rep_id: string | null;
  readonly handling_department_id: string | null;
  readonly answerable_department_id: string | null;
  /** `\x` and hex digits */
  readonly first_sha256: string;
  readonly source: string;
  readonly created_by: string;
  /** Whose handlings may be logged: the sign-in's own, and those of these units. */
  readonly reach_staff_id: string;
  readonly reach_team_ids: readonly string[] | null;
  readonly reach_department_ids: readonly string[] | null;
}

const nowhere: Pick<Reach, 'teamIds' | 'departmentIds'> = { teamIds: [], departmentIds: [] };

export function contactEntry(viewer: Viewer, contact: LogContact): ContactEntry {
  const repId = contact.repId === undefined ? viewer.staffId : contact.repId;
  const isOwn = repId === viewer.staffId;
  const { teamIds, departmentIds } = isOwn ? nowhere : reachOf(viewer);
  return {
    id: contact.id,
    conversation_id: contact.conversationId,
    transferred_from: contact.transferredFrom,
    account_id: contact.accountId,
    person_id: contact.personId,
    channel: contact.channel,
    direction: contact.direction,
    purpose: contact.purpose,
    outcome: contact.outcome,
    started_at: contact.startedAt,
    at: contact.endedAt,
    wait_seconds: contact.waitSeconds,
    talk_seconds: contact.talkSeconds,
    hold_seconds: contact.holdSeconds,
    wrap_seconds: contact.wrapSeconds,
    reason_id: contact.reasonId,
    resolved: contact.resolved,
    note: contact.note,
    attributes: contact.attributes,
    rep_id: repId,
    handling_department_id: contact.handlingDepartmentId,
    answerable_department_id: contact.answerableDepartmentId,
    first_sha256: `\\x${bodySha256(contact)}`,
    source: viewer.via === 'token' ? 'api' : 'console',
    created_by: viewer.signInId,
    reach_staff_id: viewer.staffId,
    reach_team_ids: teamIds.length > 0 ? teamIds : null,
    reach_department_ids: departmentIds.length > 0 ? departmentIds : null,
  };
}

/**
 * Hex SHA-256 of what a body says: defaults filled in, fields in the contract's order (the validation puts them so),
 * attributes by name, instants as such. Two ways of writing the same contact have the same one.
 */
export function bodySha256(contact: LogContact): string {
  const canonical = {
    ...contact,
    startedAt: Date.parse(contact.startedAt),
    endedAt: Date.parse(contact.endedAt),
    attributes: Object.entries(contact.attributes).sort(([a], [b]) => (a < b ? -1 : 1)),
  };
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex');
}
