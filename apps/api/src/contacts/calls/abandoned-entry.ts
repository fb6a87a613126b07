import type { PersonBrief } from '@forecall/contracts';
import { callCourse } from '@forecall/domain';
import { sha256 } from '../../platform/access/secret.js';
import type { ContactEntry } from '../logging/contact-entry.js';
import { factsOf, type PhoneCall } from './phone-call.query.js';

interface Known {
  readonly departmentId: string;
  readonly createdBy: string | null;
  /** With the caller's number. */
  readonly people: readonly PersonBrief[];
}

/** A call that nobody answered, as a contact nobody handled. One person with that number is the caller. */
export function abandonedEntry(id: string, call: PhoneCall, { departmentId, createdBy, people }: Known): ContactEntry {
  const course = callCourse(factsOf(call));
  if (!course) throw new Error('A call that was told of has a course.');
  const [person, ...others] = people;
  const isOneAccount = others.every(({ account }) => account.id === person?.account.id);
  return {
    id,
    conversation_id: undefined,
    transferred_from: undefined,
    account_id: isOneAccount ? person?.account.id : undefined,
    person_id: others.length === 0 ? person?.id : undefined,
    channel: 'phone',
    direction: 'in',
    purpose: 'service',
    outcome: 'abandoned-in-queue',
    started_at: new Date(course.startedAt).toISOString(),
    at: new Date(course.endedAt ?? course.startedAt).toISOString(),
    wait_seconds: course.waitSeconds ?? undefined,
    talk_seconds: undefined,
    hold_seconds: undefined,
    wrap_seconds: undefined,
    reason_id: undefined,
    resolved: undefined,
    note: '',
    attributes: {},
    rep_id: undefined,
    handling_department_id: departmentId,
    answerable_department_id: undefined,
    first_sha256: `\\x${sha256(`call ${call.id}`).toString('hex')}`,
    source: 'telephone',
    created_by: createdBy,
    reach_staff_id: call.id,
    reach_team_ids: undefined,
    reach_department_ids: [departmentId],
  };
}
