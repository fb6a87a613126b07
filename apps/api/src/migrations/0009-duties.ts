import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody must do by when, what people are told, and the mail that goes out. */
export class Duties0009 implements MigrationInterface {
  name = 'Duties0009_1790000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- One table for everything somebody must do by when. Texts are by kind, in both languages; parameters fill them.
      -- A duty without an owner is of those who lead its unit.
      CREATE TABLE duty (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind ~ '^[a-z][a-z-]*$'),
        owner_id uuid REFERENCES staff,
        team_id uuid REFERENCES team,
        department_id uuid REFERENCES department,
        due_at timestamptz NOT NULL,
        remind_at timestamptz,
        source_entity text,
        source_id uuid,
        parameters jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by uuid REFERENCES sign_in,
        done_at timestamptz,
        done_by uuid REFERENCES sign_in,
        outcome text CHECK (outcome IN ('done', 'cancelled')),
        outcome_note text NOT NULL DEFAULT '',
        revision integer NOT NULL DEFAULT 1,
        CONSTRAINT duty_is_somebodys CHECK (num_nonnulls(owner_id, team_id, department_id) > 0),
        CONSTRAINT duty_one_unit CHECK (num_nonnulls(team_id, department_id) < 2),
        CONSTRAINT duty_whole_source CHECK ((source_entity IS NULL) = (source_id IS NULL)),
        CONSTRAINT duty_whole_end CHECK ((done_at IS NULL) = (outcome IS NULL)),
        CONSTRAINT duty_reminded_before CHECK (remind_at IS NULL OR remind_at <= due_at)
      );
      -- The same duty is open once, whoever opens it again. What people write down themselves may be alike.
      CREATE UNIQUE INDEX duty_open_once ON duty (kind, source_entity, source_id, owner_id) NULLS NOT DISTINCT
        WHERE done_at IS NULL AND kind <> 'by-hand';
      CREATE INDEX duty_open_owner ON duty (owner_id, due_at, id) WHERE done_at IS NULL;
      CREATE INDEX duty_open_team ON duty (team_id, due_at, id) WHERE done_at IS NULL AND team_id IS NOT NULL;
      CREATE INDEX duty_open_department ON duty (department_id, due_at, id) WHERE done_at IS NULL AND department_id IS NOT NULL;
      CREATE INDEX duty_open_due ON duty (due_at, id) WHERE done_at IS NULL;
      CREATE INDEX duty_open_remind ON duty (remind_at) WHERE done_at IS NULL AND remind_at IS NOT NULL;
      CREATE INDEX duty_done_owner ON duty (owner_id, done_at DESC, id DESC) WHERE done_at IS NOT NULL;
      CREATE INDEX duty_source ON duty (source_entity, source_id) WHERE source_id IS NOT NULL;

      -- Its course: handed over, moved, gone up, done, taken up again.
      CREATE TABLE duty_step (
        id uuid PRIMARY KEY,
        duty_id uuid NOT NULL REFERENCES duty,
        at timestamptz NOT NULL DEFAULT now(),
        by_sign_in_id uuid REFERENCES sign_in,
        act text NOT NULL CHECK (act IN ('handed', 'moved', 'gone-up', 'done', 'cancelled', 'taken-up')),
        before jsonb NOT NULL DEFAULT '{}',
        after jsonb NOT NULL DEFAULT '{}',
        why text NOT NULL DEFAULT ''
      );
      CREATE INDEX duty_step_duty ON duty_step (duty_id, at);

      -- To whom above it has gone, each level once.
      CREATE TABLE duty_above (
        duty_id uuid NOT NULL REFERENCES duty,
        level text NOT NULL CHECK (level IN ('supervisor', 'head')),
        staff_id uuid NOT NULL REFERENCES staff,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (duty_id, level)
      );
      CREATE INDEX duty_above_staff ON duty_above (staff_id, duty_id);

      -- What was told of a duty: once for each time it names. A moved duty is told of again.
      CREATE TABLE duty_told (
        duty_id uuid NOT NULL REFERENCES duty,
        what text NOT NULL CHECK (what IN ('reminder', 'due')),
        for_time timestamptz NOT NULL,
        PRIMARY KEY (duty_id, what, for_time)
      );

      -- How long after it was due a duty goes up. One row.
      CREATE TABLE duty_setting (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        supervisor_after_minutes integer NOT NULL DEFAULT 0 CHECK (supervisor_after_minutes >= 0),
        head_after_minutes integer NOT NULL DEFAULT 1440 CHECK (head_after_minutes >= supervisor_after_minutes)
      );
      INSERT INTO duty_setting DEFAULT VALUES;

      -- What somebody is told at the bell. thing: what it is about, by which the bell groups.
      CREATE TABLE notification (
        id uuid PRIMARY KEY,
        staff_id uuid NOT NULL REFERENCES staff,
        kind text NOT NULL CHECK (kind ~ '^[a-z][a-z-]*$'),
        thing text NOT NULL,
        source_entity text,
        source_id uuid,
        parameters jsonb NOT NULL DEFAULT '{}',
        duty_id uuid REFERENCES duty,
        is_quiet boolean NOT NULL DEFAULT false,
        at timestamptz NOT NULL DEFAULT now(),
        read_at timestamptz
      );
      CREATE INDEX notification_staff ON notification (staff_id, at DESC, id DESC);
      CREATE INDEX notification_unread ON notification (staff_id) WHERE read_at IS NULL;
      CREATE INDEX notification_at ON notification (at);
      CREATE INDEX notification_duty ON notification (duty_id) WHERE duty_id IS NOT NULL;

      -- Only what differs from the kind's own default is kept.
      CREATE TABLE notification_setting (
        sign_in_id uuid NOT NULL REFERENCES sign_in,
        kind text NOT NULL,
        bell boolean NOT NULL,
        mail boolean NOT NULL,
        PRIMARY KEY (sign_in_id, kind)
      );
      -- Local times; an end at or before the begin is on the next day.
      CREATE TABLE quiet_hours (
        sign_in_id uuid PRIMARY KEY REFERENCES sign_in,
        begins time NOT NULL,
        ends time NOT NULL,
        zone text NOT NULL,
        CHECK (begins <> ends)
      );

      -- message_id is made with the row and stays the same at every try, so that whoever gets it twice can tell.
      CREATE TABLE mail (
        id uuid PRIMARY KEY,
        message_id text NOT NULL UNIQUE,
        staff_id uuid NOT NULL REFERENCES staff,
        to_address text NOT NULL,
        subject text NOT NULL,
        body text NOT NULL,
        state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'failed', 'uncertain')),
        attempts integer NOT NULL DEFAULT 0,
        last_error text,
        created_at timestamptz NOT NULL DEFAULT now(),
        not_before timestamptz,
        ended_at timestamptz
      );
      CREATE INDEX mail_open ON mail (created_at) WHERE state IN ('queued', 'uncertain');
      CREATE INDEX mail_created ON mail (created_at DESC, id DESC);

      -- Whose day or bell has changed, appended by whoever changes it, so that no writer waits for another. Kept minutes.
      CREATE TABLE personal_news (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        staff_id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      CREATE INDEX personal_news_at ON personal_news (at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
