import type { PersonAtAccount, PlannedCallEntry } from '@forecall/contracts';
import type { WorkingWeek } from '@forecall/domain';
import { personAtAccount } from '../../customers/finding/customer.service.js';
import type { Sql } from '../../platform/database/database.js';
import { plannedCallFields, plannedCallJoins } from './planned-call-json.query.js';

const mostCalls = 120;

export interface DayRow {
  readonly call: Omit<PlannedCallEntry, 'workingDaysLate'>;
  readonly retryAt: Date | null;
  readonly endedAt: Date | null;
  readonly contactId: string | null;
  readonly preparation: { readonly why: string; readonly say: string; readonly doing: string } | null;
  readonly people: readonly PersonAtAccount[];
  readonly tries: {
    at: string;
    person: { id: string; name: string } | null;
    by: { id: string; name: string };
  }[];
  readonly zone: string | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly week: WorkingWeek | null;
  /** The first that they wait for by the end of the day; ISO. */
  readonly promiseDueAt: string | null;
  readonly foundComplaint: boolean;
  readonly score: number | null;
}

/**
 * The calls of a caller that are to be made by the end of a day, those that were made on it, and those that are due and
 * have no place though they care for the account. Where nothing is left to be made, those of the next day that has some.
 * The one that was asked for is among them in any case. At most so many; the longest due first.
 */
export const callsOfDay = (
  sql: Sql,
  { staffId, day, callId }: { staffId: string; day: string; callId?: string | undefined },
): Promise<DayRow[]> =>
  sql.rows<DayRow>(
    /* sql */ `
    WITH mine AS (
      (SELECT p.id FROM planned_call p WHERE p.staff_id = $1 AND p.state = 'planned' AND p.on_day <= $2)
      UNION
      (SELECT p.id FROM planned_call p WHERE p.staff_id = $1 AND p.state = 'reached'
         AND p.ended_at >= $2::date::timestamp AT TIME ZONE (SELECT zone FROM organisation)
       ORDER BY p.ended_at DESC LIMIT ${mostCalls})
      UNION
      (SELECT p.id FROM account_care c JOIN planned_call p ON p.account_id = c.account_id
       WHERE c.staff_id = $1 AND c.part = 'rep' AND c."from" <= now() AND (c."to" IS NULL OR c."to" > now())
         AND p.state = 'planned' AND p.slot_at IS NULL AND p.due_on <= $2)
      UNION
      (SELECT p.id FROM planned_call p WHERE p.staff_id = $1 AND p.state = 'planned'
         AND p.on_day = (SELECT min(n.on_day) FROM planned_call n WHERE n.staff_id = $1 AND n.state = 'planned' AND n.on_day > $2)
         AND NOT EXISTS (SELECT FROM planned_call n WHERE n.staff_id = $1 AND n.state = 'planned' AND n.on_day <= $2))
      UNION
      (SELECT p.id FROM planned_call p WHERE p.id = $3 AND (p.staff_id = $1 OR EXISTS (
         SELECT FROM account_care c WHERE c.account_id = p.account_id AND c.staff_id = $1 AND c.part = 'rep'
           AND c."from" <= now() AND (c."to" IS NULL OR c."to" > now()))))
    )
    SELECT json_build_object(${plannedCallFields}) AS call, p.retry_at AS "retryAt", p.ended_at AS "endedAt", p.contact_id AS "contactId", p.preparation,
      coalesce((
        SELECT json_agg(json_build_object(${personAtAccount('who')}) ORDER BY who.call_order, who.name COLLATE name_order, who.id)
        FROM (
          SELECT * FROM person WHERE account_id = a.id AND left_on IS NULL AND merged_into IS NULL AND do_not_call_since IS NULL
          ORDER BY call_order, name COLLATE name_order, id LIMIT 20
        ) who
      ), '[]') AS people,
      coalesce((
        SELECT json_agg(json_build_object('at', t.at,
            'person', (SELECT json_build_object('id', w.id, 'name', w.name) FROM person w WHERE w.id = t.person_id),
            'by', (SELECT json_build_object('id', w.id, 'name', w.name) FROM staff w WHERE w.id = t.staff_id)) ORDER BY t.at DESC)
        FROM call_attempt t WHERE t.planned_call_id = p.id AND NOT t.is_reached
      ), '[]') AS tries,
      a.zone, a.country, a.region, a.calling_week AS week,
      (SELECT to_json(min(m.due_at)) #>> '{}' FROM promise m WHERE m.account_id = a.id AND m.kept_at IS NULL AND m.voided_at IS NULL
        AND m.broken_at IS NULL
        AND m.due_at < ($2::date + 1)::timestamp AT TIME ZONE (SELECT zone FROM organisation)) AS "promiseDueAt",
      EXISTS (SELECT FROM complaint k WHERE k.contact_id = p.contact_id AND k.found_by_us) AS "foundComplaint",
      (SELECT n.score::int FROM answer n WHERE n.contact_id = p.contact_id AND n.kind = 'csat' AND n.scale = 5
         AND n.voided_at IS NULL AND n.superseded_by IS NULL ORDER BY n.at LIMIT 1) AS score
    FROM mine JOIN planned_call p ON p.id = mine.id ${plannedCallJoins}
    ORDER BY p.id = $3 DESC, p.due_on, p.id LIMIT ${mostCalls}`,
    [staffId, day, callId ?? null],
  );
