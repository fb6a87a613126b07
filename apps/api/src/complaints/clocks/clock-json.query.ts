/** The clocks of a complaint `k` as ComplaintClock, in the order of their starts. */
export const clocksOf = (k: string): string => /* sql */ `coalesce((
  SELECT json_agg(json_build_object(
    'id', clock.id, 'kind', clock.kind, 'unit', clock.unit, 'amount', clock.amount, 'allowsPauses', clock.allows_pauses, 'startedAt', clock.started_at,
    'dueSoonAt', clock.due_soon_at, 'dueAt', clock.due_at, 'metAt', clock.met_at,
    'pausedAt', (SELECT p."from" FROM clock_pause p WHERE p.clock_id = clock.id AND p."to" IS NULL), 'endedAt', clock.ended_at
  ) ORDER BY clock.started_at, clock.kind)
  FROM clock WHERE clock.complaint_id = ${k}.id), '[]')`;
