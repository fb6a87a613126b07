/** The last step of the appraisal `a` that says where it stands, as `last`; and the day by which somebody is to act. */
export const lastStep = /* sql */ `
  LEFT JOIN LATERAL (SELECT w.step, w.at FROM appraisal_step w WHERE w.appraisal_id = a.id AND w.step <> 'handed'
    ORDER BY w.n DESC LIMIT 1) last ON true`;

export const stage = `coalesce(last.step, 'draft')`;

/** So many days for the head to decide, and to sign. */
export const headDays = 7;

/** By when whoever is next is to act; needs the cycle as `c`, the organisation as `o`. */
export const dueOn = /* sql */ `
  CASE WHEN last.step IS NULL THEN c.write_by WHEN last.step = 'given' THEN a.answer_by
    WHEN last.step IN ('agreed', 'disputed', 'decided') THEN (last.at AT TIME ZONE o.zone)::date + ${headDays} END`;

export const isLate = `coalesce(c.closed_at IS NULL AND ${dueOn} < (now() AT TIME ZONE o.zone)::date, false)`;

/** Nothing keeps it from being signed: there is a word of the member, or the time for one is over. */
export const isToSign = /* sql */ `
  (last.step IN ('agreed', 'decided') OR last.step = 'given'
    AND a.answer_by < (now() AT TIME ZONE (SELECT zone FROM organisation))::date)`;

/** The appraisal a was given, whatever came then: its subject may read it. */
export const wasGiven = `EXISTS (SELECT FROM appraisal_step w WHERE w.appraisal_id = a.id AND w.step = 'given')`;
