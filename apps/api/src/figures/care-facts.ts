import { type CareFact, localDay, sameMatterWithinDays } from '@forecall/domain';
import { escapeLiteral } from 'pg';
import { leadOf } from '../attribution/attribution.service.js';
import { classAt, inCare, ofCaring, placeOf } from './account-rows.js';
import { ofComplaint, ofContact, stands } from './complaint-facts.js';
import type { Question } from './question.js';

/** The period, which some facts look at more closely than as a condition on their moment. */
export type FactsAsked = Pick<Question, 'from' | 'to' | 'zone'>;

/** What is no contact and of none. */
const ofNoContact = `NULL::text AS channel, NULL::text AS direction, NULL::text AS purpose, NULL::text AS outcome,
    NULL::uuid AS reason_id, 0 AS complaint_mark, NULL::timestamptz AS voided_at`;

/**
 * By the organisation's days. What ended keeps who had it; the others are of their caller's place now, and calls without
 * a caller of that of the rep in care, so that they are late somewhere.
 */
function plannedCalls({ from, to, zone }: FactsAsked): string {
  const inZone = `AT TIME ZONE ${escapeLiteral(zone)}`;
  const graceUntil = 'coalesce(p.grace_until, p.due_on)';
  return /* sql */ `
  SELECT p.id, p.due_on::timestamp ${inZone} AS at, p.contact_id, p.account_id, p.class AS account_class, a.attributes,
    ${ofNoContact}, p.staff_id AS rep_id, coalesce(p.team_id, place.team_id) AS team_id,
    CASE WHEN c.id IS NULL THEN lead.staff_id ELSE c.supervisor_id END AS supervisor_id,
    coalesce(p.department_id, place.department_id) AS handling_department_id,
    coalesce(p.department_id, place.department_id) AS answerable_department_id, care.staff_id AS rep_in_care_id,
    p.state, p.state <> 'planned' OR ${graceUntil} < (now() ${inZone})::date AS is_due,
    p.state = 'reached' AND (p.ended_at ${inZone})::date <= ${graceUntil} AS is_in_time, NULL::text AS what,
    CASE WHEN p.state = 'planned' THEN 'open' WHEN p.state <> 'reached' THEN 'missed'
      WHEN (p.ended_at ${inZone})::date <= ${graceUntil} THEN 'in-time' ELSE 'late' END AS outcome_as, p.ended_at AS outcome_at
  FROM planned_call p JOIN account a ON a.id = p.account_id LEFT JOIN contact c ON c.id = p.contact_id
  ${inCare('p.account_id')} ${placeOf('coalesce(p.staff_id, care.staff_id)')}
  ${leadOf('coalesce(p.team_id, place.team_id)', 'coalesce(p.ended_at, now())')}
  WHERE p.state <> 'dropped' AND p.due_on BETWEEN '${localDay(from, zone)}' AND '${localDay(to, zone)}'`;
}

/** A complaint that repeats another one is no problem of its own. */
const problems = /* sql */ `
  SELECT k.id, k.first_received_at AS at, k.found_by_us, ${ofContact}
  FROM complaint k ${ofComplaint}
  WHERE ${stands} AND c.account_class IS NOT NULL AND k.repeat_of IS NULL`;

/**
 * With the time until the account's first own complaint of the matter: one linked as its repeat, merged into it, or of
 * the same reason soon after. A contact ends after what it received.
 */
const findings = /* sql */ `
  SELECT k.id, k.first_received_at AS at, ${ofContact},
    extract(epoch FROM least(same.at, part.at) - k.first_received_at)::bigint AS lead_seconds
  FROM complaint k ${ofComplaint}
  LEFT JOIN LATERAL (
    SELECT min(own.first_received_at) AS at FROM contact received JOIN complaint own ON own.contact_id = received.id
    WHERE received.account_id = c.account_id AND received.complaint_mark > 0
      AND received.ended_at >= k.first_received_at AND own.first_received_at > k.first_received_at
      AND NOT own.found_by_us AND own.voided_at IS NULL AND own.merged_into IS NULL
      AND (own.repeat_of = k.id OR received.reason_id = c.reason_id
        AND own.first_received_at <= k.first_received_at + interval '${sameMatterWithinDays} days')
  ) same ON true
  LEFT JOIN LATERAL (
    SELECT min(own.first_received_at) AS at FROM complaint own
    WHERE own.merged_into = k.id AND own.first_received_at > k.first_received_at
      AND NOT own.found_by_us AND own.voided_at IS NULL
  ) part ON true
  WHERE ${stands} AND k.found_by_us AND k.repeat_of IS NULL`;

const proactiveContacts = /* sql */ `
  SELECT c.id, c.ended_at AS at, ${ofContact}, k.id IS NOT NULL AS is_catch
  FROM contact c LEFT JOIN complaint k ON k.contact_id = c.id AND k.found_by_us AND k.repeat_of IS NULL
    AND k.voided_at IS NULL AND k.merged_into IS NULL
  WHERE c.purpose = 'proactive' AND c.outcome = 'handled' AND c.voided_at IS NULL`;

/**
 * Of whoever had it when it was due, though it went to somebody else later. Renegotiated before it was due is a class of its
 * own, whatever became of it; whoever knows that it is void says so.
 */
const promises = /* sql */ `
  SELECT s.*, coalesce(s.kept_at, s.broken_at) AS outcome_at,
    CASE WHEN s.kept_at <= s.at THEN 'kept' WHEN s.kept_at IS NOT NULL THEN 'kept-late'
      WHEN s.broken_at IS NOT NULL THEN 'broken' ELSE 'open-late' END AS outcome_as,
    CASE WHEN s.is_void THEN 'void' WHEN s.is_renegotiated THEN 'renegotiated'
      WHEN s.at > now() THEN 'not-due' WHEN s.kept_at <= s.at THEN 'kept' ELSE 'broken' END AS came
  FROM (
    SELECT p.id, p.original_due_at AS at, p.contact_id, p.account_id, held.class AS account_class, a.attributes,
      ${ofNoContact}, owned.rep_id, owned.team_id, lead.staff_id AS supervisor_id,
      owned.department_id AS handling_department_id, owned.department_id AS answerable_department_id,
      care.staff_id AS rep_in_care_id, p.what, p.kept_at, p.broken_at, p.voided_at IS NOT NULL AS is_void,
      p.due_at > p.original_due_at AND EXISTS (
        SELECT FROM promise_step moved WHERE moved.promise_id = p.id AND moved.act = 'renegotiated'
          AND moved.at < p.original_due_at) AS is_renegotiated
    FROM promise p JOIN account a ON a.id = p.account_id
    CROSS JOIN LATERAL (
      SELECT coalesce(p.due_owner_id, p.owner_id) AS rep_id,
        CASE WHEN p.due_owner_id IS NULL THEN p.team_id ELSE p.due_team_id END AS team_id,
        CASE WHEN p.due_owner_id IS NULL THEN p.department_id ELSE p.due_department_id END AS department_id) owned
    ${inCare('p.account_id')} ${leadOf('owned.team_id', 'least(p.original_due_at, now())')} ${classAt('p.account_id', 'p.made_at')}
  ) s`;

/** Those in a class at the end of the period, which is now if it is not over. Since when they are in it is their moment. */
function keyAccounts({ to, zone }: FactsAsked): string {
  const end = new Date(Math.min(to.getTime(), Date.now()));
  const lastDay = localDay(new Date(end.getTime() - 1), zone);
  const until = `'${end.toISOString()}'::timestamptz`;
  return /* sql */ `
  SELECT a.id, h."from" AS at, NULL::uuid AS contact_id, a.id AS account_id, h.class AS account_class, a.attributes,
    ${ofNoContact}, ${ofCaring}, EXISTS (
      SELECT FROM training_session t WHERE t.account_id = a.id AND t.voided_at IS NULL AND t.held_on <= '${lastDay}'
        AND t.held_on > '${lastDay}'::date - interval '1 year' AND was_taught(t.id)) AS is_trained
  FROM account_class h JOIN account a ON a.id = h.account_id
  ${inCare('a.id')} ${placeOf('care.staff_id')} ${leadOf('place.team_id')}
  WHERE a.merged_into IS NULL AND h."from" < ${until} AND (h."to" IS NULL OR h."to" >= ${until})`;
}

/** The rows of a fact of care, each with its moment as `at`. */
export function careRelation(fact: CareFact, asked: FactsAsked): string {
  switch (fact) {
    case 'planned-call':
      return plannedCalls(asked);
    case 'problem':
      return problems;
    case 'finding':
      return findings;
    case 'proactive-contact':
      return proactiveContacts;
    case 'promise':
      return promises;
    case 'key-account':
      return keyAccounts(asked);
  }
}
