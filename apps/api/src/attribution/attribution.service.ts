import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../platform/database/database.js';
import { attributionColumns, attributionJoins } from './attribution.query.js';

export {
  attributionColumns,
  attributionJoins,
  departmentOfReason,
  holdsAt,
  leadOf,
  teamAt,
} from './attribution.query.js';
export { handedOverBy, isSeen, type Sight, sightOf } from './complaint.query.js';
export { accountsInCare, isWithinReach } from './reach.query.js';
export {
  isCustomerWithheld,
  isOfComplainant,
  namelessParameters,
  type Onlooker,
  withheldFrom,
} from './withheld.query.js';

/** What an event says of itself: who handled it, for whom, about what, and when it ended. */
export interface AttributedEvent {
  readonly repId: string | null;
  readonly accountId?: string | null;
  readonly reasonId?: string | null;
  readonly at: Date;
  /** For an event without a rep, such as an abandoned call. */
  readonly handlingDepartmentId?: string | null;
  readonly answerableDepartmentId?: string | null;
}

/** The frozen columns. Both departments are null exactly where the rep was in no team at that time. */
export interface Attribution {
  readonly teamId: string | null;
  readonly supervisorId: string | null;
  readonly handlingDepartmentId: string | null;
  readonly answerableDepartmentId: string | null;
  readonly accountClass: string | null;
  readonly repInCareId: string | null;
}

/** Says, from the organisation as dated at an event's own time, whose the event is. */
@Injectable()
export class AttributionService {
  constructor(private readonly database: Database) {}

  /** One query for any number of events; the answers stand in the order of the events. */
  resolve(events: readonly AttributedEvent[], sql: Sql = this.database): Promise<Attribution[]> {
    const entries = events.map((event, place) => ({
      place,
      rep_id: event.repId,
      account_id: event.accountId,
      reason_id: event.reasonId,
      at: event.at,
      handling_department_id: event.handlingDepartmentId,
      answerable_department_id: event.answerableDepartmentId,
    }));
    return sql.rows<Attribution & Record<string, unknown>>(
      /* sql */ `
      SELECT team_id AS "teamId", supervisor_id AS "supervisorId", handling_department_id AS "handlingDepartmentId",
        CASE WHEN handling_department_id IS NOT NULL THEN answerable_department_id END AS "answerableDepartmentId",
        account_class AS "accountClass", rep_in_care_id AS "repInCareId"
      FROM (
        SELECT event.place AS nth, ${attributionColumns('event')}
        FROM json_to_recordset($1) AS event (
          place integer, rep_id uuid, account_id uuid, reason_id uuid, at timestamptz,
          handling_department_id uuid, answerable_department_id uuid
        ) ${attributionJoins('event')}
      ) attributed
      ORDER BY nth`,
      [JSON.stringify(entries)],
    );
  }
}
