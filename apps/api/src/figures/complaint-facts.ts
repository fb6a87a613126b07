import { type ComplaintFact, reopenWithinDays, repeatWithinDays } from '@forecall/domain';

/** What every row has of the contact that received the complaint: a fact is attributed as the complaint is. */
export const ofContact = `c.id AS contact_id, c.account_id, c.account_class, c.channel, c.direction, c.purpose, c.outcome, c.reason_id, c.attributes, c.rep_id, c.team_id,
  c.supervisor_id, c.handling_department_id, c.answerable_department_id, c.rep_in_care_id, c.complaint_mark,
  NULL::timestamptz AS voided_at`;
export const ofComplaint = 'JOIN contact c ON c.id = k.contact_id';
export const stands = 'k.voided_at IS NULL AND k.merged_into IS NULL AND c.voided_at IS NULL';

const clocks = (kind: string): string => `
  SELECT clock.id, clock.due_at AS at, clock.met_at, clock.unit, clock.amount, clock.allows_pauses,
    clock.met_at IS NULL AND EXISTS (
      SELECT FROM clock_pause p WHERE p.clock_id = clock.id AND p."to" IS NULL) AS is_paused, ${ofContact}
  FROM clock JOIN complaint k ON k.id = clock.complaint_id ${ofComplaint}
  WHERE clock.kind = '${kind}' AND ${stands}`;

const closings = `
  SELECT s.id, s.at, ${ofContact}, EXISTS (
    SELECT FROM complaint_step again WHERE again.complaint_id = s.complaint_id AND again.step = 'reopened'
      AND again.at >= s.at AND again.at <= s.at + interval '${reopenWithinDays} days') AS is_reopened
  FROM complaint_step s JOIN complaint k ON k.id = s.complaint_id ${ofComplaint}
  WHERE s.step = 'closed' AND ${stands}`;

/** The same reason, or one that whoever knows both has linked. A contact ends after what it received. */
const receipts = `
  SELECT k.id, k.first_received_at AS at, ${ofContact}, EXISTS (
    SELECT FROM contact before_contact JOIN complaint earlier ON earlier.contact_id = before_contact.id
    WHERE before_contact.account_id = c.account_id AND before_contact.complaint_mark > 0
      AND before_contact.ended_at >= k.first_received_at - interval '${repeatWithinDays} days'
      AND earlier.first_received_at >= k.first_received_at - interval '${repeatWithinDays} days'
      AND (earlier.first_received_at, earlier.number) < (k.first_received_at, k.number)
      AND (before_contact.reason_id = c.reason_id OR earlier.id = k.repeat_of)
      AND earlier.voided_at IS NULL AND earlier.merged_into IS NULL) AS is_repeat
  FROM complaint k ${ofComplaint}
  WHERE ${stands}`;

/** By the last decision that was taken; an import that tells nothing of it was decided when it was closed. */
const decisions = `
  SELECT s.id, s.at, k.decision, ${ofContact}
  FROM complaint_step s JOIN complaint k ON k.id = s.complaint_id ${ofComplaint}
  WHERE s.step IN ('decided', 'closed') AND s.skipped_reason IS NULL AND k.decision IS NOT NULL AND ${stands}
    AND NOT EXISTS (
      SELECT FROM complaint_step other WHERE other.complaint_id = s.complaint_id
        AND (other.step = 'decided' AND (other.skipped_reason IS NULL OR s.step = 'closed') OR other.step = 'closed')
        AND (other.step = 'decided', other.at, other.recorded_at, other.id) > (s.step = 'decided', s.at, s.recorded_at, s.id))`;

export const complaintRelations: Readonly<Record<ComplaintFact, string>> = {
  'acknowledgement-clock': clocks('acknowledgement'),
  'answer-clock': clocks('answer'),
  closing: closings,
  receipt: receipts,
  decision: decisions,
};
