import { createHash } from 'node:crypto';
import type { Draw } from '../chance/draw.js';
import type { Attribution } from '../traffic/attribution.js';
import type { ContactDraft } from '../traffic/contact-draft.js';
import { instant, type Row } from './row.js';
import { inOurWords, notes } from './words.js';

const notedShare = 0.3;

/** `complaint_mark` is written as the complaint's own trigger would, so that it has nothing to change. */
export function contactRow(draw: Draw, contact: ContactDraft, attribution: Attribution, nowMs: number): Row {
  const { rep, complaint, endedMs } = contact;
  const note = rep && draw.chance(notedShare) ? inOurWords(draw.pick(notes)) : '';
  return {
    id: contact.id,
    conversation_id: contact.conversationId,
    transferred_from: contact.transferredFrom,
    account_id: contact.account?.id ?? null,
    person_id: contact.person?.id ?? null,
    channel: contact.channel,
    direction: contact.direction,
    purpose: contact.purpose,
    outcome: contact.outcome,
    started_at: instant(contact.startedMs),
    ended_at: instant(endedMs),
    wait_seconds: contact.waitSeconds,
    talk_seconds: contact.talkSeconds,
    hold_seconds: contact.holdSeconds,
    wrap_seconds: contact.wrapSeconds,
    reason_id: contact.reason?.id ?? null,
    resolved: contact.resolved,
    note,
    rep_id: attribution.rep_id,
    team_id: attribution.team_id,
    supervisor_id: attribution.supervisor_id,
    handling_department_id: attribution.handling_department_id,
    answerable_department_id: attribution.answerable_department_id,
    account_class: attribution.account_class,
    rep_in_care_id: attribution.rep_in_care_id,
    complaint_mark: complaint === null ? 0 : complaint.foundByUs ? 2 : 1,
    first_sha256: `\\x${createHash('sha256').update(contact.id).digest('hex')}`,
    source: 'demo',
    created_by: rep?.signInId ?? null,
    created_at: instant(Math.min(nowMs, endedMs + 1000 * (contact.wrapSeconds ?? 0))),
  };
}
