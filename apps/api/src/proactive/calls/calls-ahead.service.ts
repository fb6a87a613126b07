import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { callSettings } from '../planning/plan-input.query.js';

/** A call as somebody's calendar shows it. */
export interface CallAhead {
  readonly id: string;
  readonly startAt: Date;
  readonly minutes: number;
  /** null: the company wants no customer's name there. */
  readonly account: string | null;
  /** How often it was changed. */
  readonly changes: number;
  readonly isMade: boolean;
}

const mostCalls = 2_000;

/** What is planned for a caller in the weeks to come. */
@Injectable()
export class CallsAheadService {
  constructor(private readonly database: Database) {}

  /** Those made in the last two weeks and those planned up to twelve weeks ahead, at most 2,000. */
  async ahead(staffId: string): Promise<CallAhead[]> {
    const { slotMinutes } = await callSettings(this.database);
    return this.database.rows<CallAhead>(
      /* sql */ `
      SELECT p.id, p.slot_at AS "startAt", $2::int AS minutes, CASE WHEN s.names_in_feeds THEN a.name END AS account,
        p.revision - 1 AS changes, p.state = 'reached' AS "isMade"
      FROM call_setting s CROSS JOIN (
        (SELECT * FROM planned_call WHERE staff_id = $1 AND state = 'planned'
           AND on_day < current_date + 84 AND slot_at IS NOT NULL)
        UNION ALL
        (SELECT * FROM planned_call WHERE staff_id = $1 AND state <> 'planned' AND ended_at > now() - interval '14 days'
           AND state = 'reached' AND slot_at IS NOT NULL)
      ) p JOIN account a ON a.id = p.account_id
      ORDER BY p.slot_at, p.id LIMIT ${mostCalls}`,
      [staffId, slotMinutes],
    );
  }

  /** To be made by the end of today, counted up to a hundred. */
  async countToday(staffId: string): Promise<number> {
    const row = await this.database.first<{ n: number }>(
      /* sql */ `
      SELECT count(*)::int AS n FROM (
        SELECT FROM planned_call WHERE staff_id = $1 AND state = 'planned'
          AND on_day <= (now() AT TIME ZONE (SELECT zone FROM organisation))::date LIMIT 100
      ) counted`,
      [staffId],
    );
    return row?.n ?? 0;
  }

  async mayNameCustomers(): Promise<boolean> {
    const row = await this.database.first<{ may: boolean }>('SELECT names_in_feeds AS may FROM call_setting');
    return row?.may ?? false;
  }
}
