import { hash } from 'node:crypto';
import type { LogContact } from '@forecall/contracts';
import { type Reach, reachOf, type Viewer } from '../../platform/access/viewer.js';

/**
 * A contact on its way into the database, named as its statement names it; `at` is the end. What is not said is left out
 * of the JSON, not written as null: half of a usual contact.
 */
export interface ContactEntry {
  readonly id: string;
  readonly conversation_id: string | undefined;
  readonly transferred_from: string | undefined;
  readonly account_id: string | undefined;
  readonly person_id: string | undefined;
  readonly channel: string;
  readonly direction: string;
  readonly purpose: string;
  readonly outcome: string;
  readonly started_at: string;
  readonly at: string;
  readonly wait_seconds: number | undefined;
  readonly talk_seconds: number | undefined;
  readonly hold_seconds: number | undefined;
  readonly wrap_seconds: number | undefined;
  readonly reason_id: string | undefined;
  readonly resolved: boolean | undefined;
  readonly note: string;
  readonly attributes: LogContact['attributes'];
  readonly rep_id: string | undefined;
  readonly handling_department_id: string | undefined;
  readonly answerable_department_id: string | undefined;
  /** `\x` and hex digits */
  readonly first_sha256: string;
  readonly source: string;
  /** null: nobody of ours, the customer's own form. */
  readonly created_by: string | null;
  /** Whose handlings may be logged: the sign-in's own, and those of these units. */
  readonly reach_staff_id: string;
  readonly reach_team_ids: readonly string[] | undefined;
  readonly reach_department_ids: readonly string[] | undefined;
}

const nowhere: Pick<Reach, 'teamIds' | 'departmentIds'> = { teamIds: [], departmentIds: [] };

export function contactEntry(viewer: Viewer, contact: LogContact): ContactEntry {
  const repId = contact.repId === undefined ? viewer.staffId : contact.repId;
  const isOwn = repId === viewer.staffId;
  const { teamIds, departmentIds } = isOwn ? nowhere : reachOf(viewer);
  return {
    id: contact.id,
    conversation_id: contact.conversationId ?? undefined,
    transferred_from: contact.transferredFrom ?? undefined,
    account_id: contact.accountId ?? undefined,
    person_id: contact.personId ?? undefined,
    channel: contact.channel,
    direction: contact.direction,
    purpose: contact.purpose,
    outcome: contact.outcome,
    started_at: contact.startedAt,
    at: contact.endedAt,
    wait_seconds: contact.waitSeconds ?? undefined,
    talk_seconds: contact.talkSeconds ?? undefined,
    hold_seconds: contact.holdSeconds ?? undefined,
    wrap_seconds: contact.wrapSeconds ?? undefined,
    reason_id: contact.reasonId ?? undefined,
    resolved: contact.resolved ?? undefined,
    note: contact.note,
    attributes: contact.attributes,
    rep_id: repId ?? undefined,
    handling_department_id: contact.handlingDepartmentId ?? undefined,
    answerable_department_id: contact.answerableDepartmentId ?? undefined,
    first_sha256: `\\x${bodySha256(contact)}`,
    source: viewer.via === 'token' ? 'api' : 'console',
    created_by: viewer.signInId,
    reach_staff_id: viewer.staffId,
    reach_team_ids: teamIds.length > 0 ? teamIds : undefined,
    reach_department_ids: departmentIds.length > 0 ? departmentIds : undefined,
  };
}

/** A complaint that a customer wrote into the public form: received at that moment, by nobody of ours yet. */
export const formEntry = (id: string, at: string, handlingDepartmentId: string): ContactEntry => ({
  ...nothingSaid,
  id,
  channel: 'form',
  direction: 'in',
  purpose: 'service',
  outcome: 'handled',
  started_at: at,
  at,
  note: '',
  attributes: {},
  handling_department_id: handlingDepartmentId,
  first_sha256: `\\x${hash('sha256', id)}`,
  source: 'public-form',
  created_by: null,
  // Nobody asks for it: its department is its own reach.
  reach_staff_id: id,
  reach_team_ids: undefined,
  reach_department_ids: [handlingDepartmentId],
});

const nothingSaid = {
  conversation_id: undefined,
  transferred_from: undefined,
  account_id: undefined,
  person_id: undefined,
  wait_seconds: undefined,
  talk_seconds: undefined,
  hold_seconds: undefined,
  wrap_seconds: undefined,
  reason_id: undefined,
  resolved: undefined,
  rep_id: undefined,
  answerable_department_id: undefined,
} as const;

/**
 * Hex SHA-256 of what a body says: defaults filled in, fields in the contract's order (the validation puts them so),
 * attributes by name, instants as such. Two ways of writing the same contact have the same one.
 */
export function bodySha256(contact: LogContact): string {
  const canonical = {
    ...contact,
    // Left out where there is none, as in the bodies of releases that did not know it.
    callId: contact.callId ?? undefined,
    handOver: contact.handOver ?? undefined,
    startedAt: Date.parse(contact.startedAt),
    endedAt: Date.parse(contact.endedAt),
    attributes: Object.entries(contact.attributes).sort(([a], [b]) => (a < b ? -1 : 1)),
  };
  return hash('sha256', JSON.stringify(canonical));
}
