import { Client } from 'pg';
import { v7 as uuid } from 'uuid';

const minute = 60_000;

/** What each budget of false alarms means. */
const choices = [7, 31, 92, 365].map((budgetDays, index) => ({
  ...{ budgetDays, threshold: 3 + index, falseAlarmDays: budgetDays, delayContacts: 300 + 140 * index },
  delayDays: 0.5 + 0.8 * index,
}));

/** A department of its own, so that its alarm is no other spec's: watched, with a reason. */
export class WatchedDepartment {
  readonly departmentId = uuid();
  private readonly reasonId = uuid();
  private readonly client: Client;

  constructor(
    databaseUrl: string,
    readonly name: string,
  ) {
    this.client = new Client({ connectionString: databaseUrl });
  }

  /** With 2 % as its usual level, of which the evidence is nothing so far. */
  async open(): Promise<void> {
    const { client, departmentId, name } = this;
    const baselineId = uuid();
    await client.connect();
    await client.query('INSERT INTO department (id, name) VALUES ($1, $2)', [departmentId, name]);
    await client.query(
      `INSERT INTO reason (id, name_en, name_zh, answerable_department_id) VALUES ($1, 'Refund is late', '退款太慢', $2)`,
      [this.reasonId, departmentId],
    );
    await client.query(
      `INSERT INTO alarm_baseline (id, department_id, usual, contacts_per_day, odds_ratio, budget_days, threshold, choices,
         past_from, past_to, past_contacts, past_complaints, why, since)
       VALUES ($1, $2, 0.02, 300, 2, 31, 4, $3, current_date - 56, current_date - 1, 16800, 336, 'first', now())`,
      [baselineId, departmentId, JSON.stringify(choices)],
    );
    await client.query(
      `INSERT INTO alarm_evidence (department_id, n, sum, contacts, complaints, is_raised, baseline_id)
       VALUES ($1, 0, 0, 0, 0, false, $2)`,
      [departmentId, baselineId],
    );
  }

  /** What is compared with: ten days of a hundred contacts, two of them complaints about nothing in particular. */
  async pastDays(): Promise<void> {
    await this.client.query(
      `INSERT INTO contact (id, conversation_id, channel, direction, purpose, outcome, started_at, ended_at, attributes,
         handling_department_id, answerable_department_id, first_sha256, complaint_mark)
       SELECT id, id, 'phone', 'in', 'service', 'handled', at, at, '{}', $1, $1, '\\x00', CASE WHEN n <= 2 THEN 1 ELSE 0 END
       FROM (SELECT gen_random_uuid() AS id, n, now() - make_interval(days => day + 1) AS at
             FROM generate_series(1, 100) n, generate_series(1, 10) day) made`,
      [this.departmentId],
    );
  }

  /** It is led by who signs in as this: told of its alarms. */
  async ledBy(email: string): Promise<void> {
    await this.client.query(
      `INSERT INTO leadership (id, staff_id, role, department_id) SELECT $1, id, 'head', $3 FROM staff WHERE email = $2`,
      [uuid(), email, this.departmentId],
    );
  }

  /** Three contacts a minute from forty minutes ago to ten, one of them a complaint: all at once, as nobody counts half of them. */
  async riseInComplaints(): Promise<void> {
    await this.client.query(
      `INSERT INTO contact (id, conversation_id, channel, direction, purpose, outcome, started_at, ended_at, reason_id, attributes,
         handling_department_id, answerable_department_id, first_sha256, complaint_mark)
       SELECT id, id, 'phone', 'in', 'service', 'handled', at, at, $3, '{}', $1, $1, '\\x00', CASE n WHEN 1 THEN 1 ELSE 0 END
       FROM (SELECT gen_random_uuid() AS id, n, $2::timestamptz - make_interval(mins => ago) AS at
             FROM generate_series(1, 3) n, generate_series(11, 40) ago) made`,
      [this.departmentId, new Date(Math.floor(Date.now() / minute) * minute), this.reasonId],
    );
  }

  async dutiesOfAlarms(): Promise<number> {
    const { rows } = await this.client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM duty WHERE kind = 'alarm' AND department_id = $1`,
      [this.departmentId],
    );
    return rows[0]?.count ?? 0;
  }

  /** It leaves nothing behind: no alarm on the boards of other specs, and no contact in their figures. */
  async close(): Promise<void> {
    await this.client.query('DELETE FROM contact WHERE answerable_department_id = $1', [this.departmentId]);
    await this.client.query('DELETE FROM alarm_baseline WHERE department_id = $1', [this.departmentId]);
    await this.client.query('UPDATE department SET "to" = now() WHERE id = $1', [this.departmentId]);
    await this.client.end();
  }
}
