import { firstContactWithinDays, gapDimensions, type SatisfactionFact } from '@forecall/domain';
import { ofContact } from './complaint-facts.js';

/** The attribution that a row of its own carries. */
const frozen = (row: string): string => `${row}.account_class, ${row}.rep_id, ${row}.team_id, ${row}.supervisor_id,
    ${row}.handling_department_id, ${row}.answerable_department_id, ${row}.rep_in_care_id`;

/** What is about no contact. */
const ofNoContact = `NULL::text AS channel, NULL::text AS direction, NULL::text AS purpose, NULL::text AS outcome,
    NULL::uuid AS reason_id, 0 AS complaint_mark`;

const courseOfAsk = `s.channel AS ask_channel, s.state AS ask_state, s.state = 'sent' AND s.expires_at > now() AS is_open,
    NULL::text AS what, s.answered_at AS outcome_at, CASE WHEN s.state = 'answered' THEN 'answered'
      WHEN s.state = 'sent' AND s.expires_at > now() THEN 'may-answer' ELSE 'not-answered' END AS outcome_as`;

/** Owned by the day it was asked, and attributed as the ask is, which is as its contact was then. */
const contactAsks = /* sql */ `
  SELECT s.id, s.asked_at AS at, c.id AS contact_id, c.account_id, c.channel, c.direction, c.purpose, c.outcome,
    c.reason_id, c.complaint_mark, c.attributes, c.voided_at, ${frozen('s')}, ${courseOfAsk}
  FROM survey_ask s JOIN contact c ON c.id = s.contact_id
  WHERE s.about IN ('contact', 'complaint') AND s.asked_at IS NOT NULL`;

const relationshipAsks = /* sql */ `
  SELECT s.id, s.asked_at AS at, NULL::uuid AS contact_id, coalesce(a.merged_into, a.id) AS account_id, ${ofNoContact},
    a.attributes, NULL::timestamptz AS voided_at, ${frozen('s')}, ${courseOfAsk}
  FROM survey_ask s JOIN account a ON a.id = s.account_id
  WHERE s.about = 'account' AND s.asked_at IS NOT NULL`;

const items = gapDimensions.flatMap((dimension) => [`'${dimension}-perception'`, `'${dimension}-expectation'`]);

/**
 * Each perception of a key account with the expectation of the same reply, which is of the same ask or, where none was
 * told, of the same account, moment and import; and what has no other half.
 */
const perceptions = /* sql */ `
  SELECT s.*, CASE WHEN s.contact_id IS NOT NULL THEN 'of-contact' WHEN s.expected IS NULL THEN 'half'
      WHEN s.scale <> s.expected_scale THEN 'other-scale' ELSE 'pair' END AS came,
    s.score - s.expected AS points, s.servqual_dimension AS outcome_as, NULL::timestamptz AS outcome_at,
    s.score || ' − ' || s.expected AS what
  FROM (
    SELECT p.id, p.at, p.contact_id, p.account_id, ${ofNoContact}, a.attributes, p.voided_at, ${frozen('p')},
      split_part(p.item, '-', 1) AS servqual_dimension, p.score, p.scale, other.score AS expected,
      other.scale AS expected_scale
    FROM answer p LEFT JOIN account a ON a.id = p.account_id
    LEFT JOIN LATERAL (
      SELECT o.score, o.scale FROM answer o
      WHERE (o.ask_id = p.ask_id OR o.account_id = p.account_id AND o.at = p.at AND p.ask_id IS NULL AND o.ask_id IS NULL
          AND o.contact_id IS NOT DISTINCT FROM p.contact_id AND o.batch_id IS NOT DISTINCT FROM p.batch_id)
        AND o.kind = 'item' AND o.superseded_by IS NULL AND o.voided_at IS NULL
        AND o.item = split_part(p.item, '-', 1) || CASE WHEN p.item LIKE '%-perception' THEN '-expectation' ELSE '-perception' END
      LIMIT 1
    ) other ON true
    WHERE p.kind = 'item' AND p.superseded_by IS NULL AND p.account_class IS NOT NULL AND p.item IN (${items.join(', ')})
      AND (p.item LIKE '%-perception' OR other.score IS NULL)
  ) s`;

const within = `interval '${firstContactWithinDays} days'`;
/** A customer had to turn to us again, or was spoken to again: also who gave up in the queue. As the index contact_matter says. */
const ofMatter = (
  contact: string,
) => `coalesce(${contact}.person_id, ${contact}.account_id) = coalesce(c.person_id, c.account_id)
      AND ${contact}.reason_id = c.reason_id AND ${contact}.purpose = 'service'
      AND ${contact}.outcome IN ('handled', 'abandoned-in-queue') AND ${contact}.voided_at IS NULL`;

/**
 * Handled service contacts with what became of their matter, which is the person (where none is known, the account) with
 * the reason. A *first* contact is one before which nobody was on the same matter within 7 days; all others are none. It is *followed* where the same matter comes
 * again within 7 days of its end, in whichever direction, and *settled* where it did not. Calls of ours on a cadence are
 * of another purpose and no repeats, nor is the rest of the same conversation after a transfer. Callers whom nobody
 * knows, and contacts without a reason, have no matter that could be followed.
 */
const firstContacts = /* sql */ `
  SELECT c.id, c.ended_at AS at, ${ofContact}, NULL::text AS what, next.at AS outcome_at,
    CASE WHEN coalesce(c.person_id, c.account_id) IS NULL THEN 'unknown' WHEN c.reason_id IS NULL THEN 'no-reason'
      WHEN earlier.at IS NOT NULL THEN NULL WHEN c.ended_at > now() - ${within} THEN 'pending'
      WHEN next.at IS NULL THEN 'settled' ELSE 'followed' END AS outcome_as
  FROM contact c
  LEFT JOIN LATERAL (
    SELECT max(b.ended_at) AS at FROM contact b
    WHERE ${ofMatter('b')} AND (b.ended_at, b.id) < (c.ended_at, c.id) AND b.ended_at >= c.ended_at - ${within}
  ) earlier ON true
  LEFT JOIN LATERAL (
    SELECT min(n.ended_at) AS at FROM contact n
    WHERE earlier.at IS NULL AND ${ofMatter('n')} AND (n.ended_at, n.id) > (c.ended_at, c.id)
      AND n.ended_at <= c.ended_at + ${within} AND n.conversation_id <> c.conversation_id
  ) next ON true
  WHERE c.purpose = 'service' AND c.outcome = 'handled' AND c.voided_at IS NULL`;

export const satisfactionRelations: Readonly<Record<SatisfactionFact, string>> = {
  'contact-ask': contactAsks,
  'relationship-ask': relationshipAsks,
  perception: perceptions,
  'first-contact': firstContacts,
};
