import { named, namedInBoth } from '../../platform/database/named-json.js';

const nameInBoth = (as: string) => `json_build_object('en', ${as}.name_en, 'zh', ${as}.name_zh)`;

/** What an exam `e` is, to everybody who sees it. */
export const examColumns = /* sql */ `
  e.id, json_build_object('id', c.id, 'name', ${nameInBoth('c')}) AS campaign, ${named('s')} AS staff,
  ${namedInBoth('t')} AS team, e.attempt, e.starts_at AS "startsAt", e.minutes, e.revision,
  CASE WHEN sp.id IS NOT NULL THEN json_build_object('name', ${nameInBoth('sp')},
    'variant', coalesce((SELECT v -> 'name' FROM jsonb_array_elements(sv.content -> 'variants') v WHERE v ->> 'id' = e.variant),
      '{"en": "", "zh": ""}')) END AS scenario`;

export const examJoins = /* sql */ `
  exam e JOIN campaign c ON c.id = e.campaign_id JOIN candidate k ON k.id = e.candidate_id
  JOIN staff s ON s.id = e.staff_id JOIN team t ON t.id = k.team_id
  LEFT JOIN exam_paper_version sv ON sv.id = e.scenario_version_id LEFT JOIN exam_paper sp ON sp.id = sv.paper_id`;

/** Where it stands and what came of it. */
export const courseColumns = /* sql */ `
  ${examColumns}, ${named('a')} AS assessor, ${named('b')} AS second, e.state, e.outcome, e.score::float8 AS score,
  (rv.content ->> 'passMark')::float8 AS "passMark", e.settled_at AS "settledAt",
  ((e.settled_at AT TIME ZONE o.zone)::date + (c.rules ->> 'disputeDays')::integer)::text AS "disputeUntil",
  e.accepted_at AS "acceptedAt", CASE WHEN d.id IS NOT NULL THEN coalesce(d.decision, 'open') END AS dispute,
  f.until_on::text AS "validUntil"`;

export const courseJoins = /* sql */ `
  ${examJoins} CROSS JOIN organisation o JOIN staff a ON a.id = e.assessor_id LEFT JOIN staff b ON b.id = e.second_id
  JOIN exam_paper_version rv ON rv.id = c.rubric_version_id LEFT JOIN dispute d ON d.exam_id = e.id
  LEFT JOIN certificate f ON f.exam_id = e.id AND f.revoked_at IS NULL`;

/** A marking `m`. */
export const markingColumns = /* sql */ `
  m.id, m.marks, m.notes, m.evidence, m.feedback, m.seconds, m.saved_at AS "savedAt", m.signed_at AS "signedAt",
  m.numerator, m.denominator, m.failed_critical AS "failedCritical", m.outcome, m.revision`;
