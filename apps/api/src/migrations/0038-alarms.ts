import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Alarms of departments: what feeds them, what they are measured by, and what came of each. */
export class Alarms0038 implements MigrationInterface {
  name = 'Alarms0038_1790000000038';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Whether a difference is of what happens now: no import, and not older than a day. Only that pages anybody.
      ALTER TABLE tally_delta ADD COLUMN is_live boolean NOT NULL DEFAULT false;

      -- Contacts of a minute, by the department answerable, until the minute is over. Written by the fold.
      CREATE TABLE alarm_pending (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        department_id uuid NOT NULL,
        minute timestamptz NOT NULL,
        contacts integer NOT NULL,
        complaints integer NOT NULL
      ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
      CREATE INDEX alarm_pending_minute ON alarm_pending (minute);

      -- How many false alarms a department's head accepts; without a row one in 31 days.
      CREATE TABLE alarm_rule (
        department_id uuid PRIMARY KEY REFERENCES department ON DELETE CASCADE,
        budget_days integer NOT NULL CHECK (budget_days IN (7, 31, 92, 365)),
        by uuid REFERENCES sign_in,
        at timestamptz NOT NULL DEFAULT now(),
        revision integer NOT NULL DEFAULT 1
      );

      -- What is usual, from the department's own past, and the threshold that follows from the budget. Kept for ever.
      CREATE TABLE alarm_baseline (
        id uuid PRIMARY KEY,
        department_id uuid NOT NULL REFERENCES department ON DELETE CASCADE,
        usual double precision NOT NULL CHECK (usual > 0 AND usual < 1),
        -- By how much days differ; null: no more than by chance.
        strength double precision,
        contacts_per_day double precision NOT NULL,
        odds_ratio double precision NOT NULL CHECK (odds_ratio > 1),
        budget_days integer NOT NULL,
        threshold double precision NOT NULL CHECK (threshold > 0),
        -- Per budget: threshold, days between false alarms, contacts and days until a rise is seen.
        choices jsonb NOT NULL,
        past_from date NOT NULL,
        past_to date NOT NULL,
        past_contacts integer NOT NULL,
        past_complaints integer NOT NULL,
        -- The day from which it counts; what was before is another level.
        restarted_on date,
        why text NOT NULL CHECK (why IN ('first', 'renewed', 'restarted', 'budget')),
        by uuid REFERENCES sign_in,
        since timestamptz NOT NULL,
        until timestamptz
      );
      CREATE UNIQUE INDEX alarm_baseline_in_force ON alarm_baseline (department_id) WHERE until IS NULL;
      CREATE INDEX alarm_baseline_department ON alarm_baseline (department_id, since);

      -- What the evidence is summed from, in its order; only ever added to. Played again it gives every alarm again.
      CREATE TABLE alarm_input (
        department_id uuid NOT NULL REFERENCES department ON DELETE CASCADE,
        n bigint NOT NULL,
        -- contacts of a minute; another baseline, with the evidence kept; a restart, without it.
        kind text NOT NULL CHECK (kind IN ('contacts', 'baseline', 'restart')),
        minute timestamptz,
        contacts integer NOT NULL DEFAULT 0,
        complaints integer NOT NULL DEFAULT 0,
        baseline_id uuid REFERENCES alarm_baseline ON DELETE CASCADE,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (department_id, n),
        CHECK ((kind = 'contacts') = (minute IS NOT NULL)),
        CHECK ((kind = 'baseline') <= (baseline_id IS NOT NULL))
      );

      CREATE TABLE alarm_evidence (
        department_id uuid PRIMARY KEY REFERENCES department ON DELETE CASCADE,
        n bigint NOT NULL,
        sum double precision NOT NULL,
        since timestamptz,
        contacts integer NOT NULL,
        complaints integer NOT NULL,
        is_raised boolean NOT NULL,
        baseline_id uuid REFERENCES alarm_baseline ON DELETE SET NULL
      );

      CREATE TABLE alarm (
        id uuid PRIMARY KEY,
        department_id uuid NOT NULL REFERENCES department ON DELETE CASCADE,
        baseline_id uuid NOT NULL REFERENCES alarm_baseline ON DELETE CASCADE,
        -- The input that raised it.
        n bigint NOT NULL,
        raised_at timestamptz NOT NULL,
        since timestamptz NOT NULL,
        contacts integer NOT NULL,
        complaints integer NOT NULL,
        -- What explains the rise, as last looked at.
        finding jsonb,
        found_at timestamptz,
        told_at timestamptz,
        ebbed_at timestamptz,
        taken_by uuid REFERENCES staff,
        taken_at timestamptz,
        outcome text CHECK (outcome IN ('explained', 'false')),
        cause text,
        -- Explained: another level is usual from its beginning on; else it passes, and its days are left out of the past.
        lasts boolean NOT NULL DEFAULT false,
        -- The phase of the daily chart that began with it.
        chart_baseline_id uuid,
        note text NOT NULL DEFAULT '',
        ended_at timestamptz,
        ended_by uuid REFERENCES sign_in,
        revision integer NOT NULL DEFAULT 1,
        UNIQUE (department_id, n),
        CHECK ((outcome IS NULL) = (ended_at IS NULL)),
        CHECK ((outcome = 'explained') = (cause IS NOT NULL) OR outcome IS NULL AND cause IS NULL)
      );
      -- What people did about it, in their order.
      CREATE TABLE alarm_step (
        id uuid PRIMARY KEY,
        alarm_id uuid NOT NULL REFERENCES alarm ON DELETE CASCADE,
        at timestamptz NOT NULL DEFAULT now(),
        by uuid NOT NULL REFERENCES sign_in,
        act text NOT NULL CHECK (act IN ('taken', 'explained', 'false')),
        cause text,
        lasts boolean NOT NULL DEFAULT false,
        note text NOT NULL DEFAULT ''
      );
      CREATE INDEX alarm_step_alarm ON alarm_step (alarm_id, at, id);
      CREATE INDEX alarm_raised ON alarm (raised_at, id);
      CREATE INDEX alarm_department ON alarm (department_id, raised_at, id);
      CREATE INDEX alarm_open ON alarm (department_id) WHERE outcome IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
