import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Key accounts asked on a cadence, links that anybody may answer by, bounces that come late, and low answers that are seen to. */
export class SurveysFurther0043 implements MigrationInterface {
  name = 'SurveysFurther0043_1790000000043';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE TABLE survey_account_setting (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        -- null: no key account is asked.
        on_since timestamptz,
        form_id uuid REFERENCES survey_form,
        revision integer NOT NULL DEFAULT 1,
        CHECK (on_since IS NULL OR form_id IS NOT NULL)
      );
      INSERT INTO survey_account_setting DEFAULT VALUES;
      -- A class without a row is not asked.
      CREATE TABLE survey_cadence (
        class text PRIMARY KEY CHECK (class IN ('loyal', 'fast-growing', 'dormant', 'worth-cultivating')),
        days integer NOT NULL CHECK (days BETWEEN 14 AND 730)
      );

      -- Printed or shown, for whoever comes by: it leads to a department, not to a customer, so it is kept as it is.
      CREATE TABLE survey_open_link (
        id uuid PRIMARY KEY,
        code text NOT NULL UNIQUE,
        name text NOT NULL CHECK (name <> ''),
        form_id uuid NOT NULL REFERENCES survey_form,
        department_id uuid NOT NULL REFERENCES department,
        ends_on date NOT NULL,
        is_off boolean NOT NULL DEFAULT false,
        revision integer NOT NULL DEFAULT 1,
        created_by uuid REFERENCES sign_in,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX survey_open_link_list ON survey_open_link (created_at DESC, id DESC);

      ALTER TABLE survey_ask DROP CONSTRAINT survey_ask_about_check, DROP CONSTRAINT survey_ask_check,
        ADD COLUMN open_link_id uuid REFERENCES survey_open_link,
        ADD COLUMN reminder_mail_id uuid REFERENCES mail ON DELETE SET NULL,
        ADD CONSTRAINT survey_ask_about_check CHECK (about IN ('contact', 'complaint', 'account', 'department')),
        ADD CONSTRAINT survey_ask_whole CHECK (CASE about
          WHEN 'account' THEN contact_id IS NULL AND account_id IS NOT NULL
          WHEN 'department' THEN num_nonnulls(contact_id, account_id, person_id) = 0
          ELSE contact_id IS NOT NULL AND account_id IS NULL END
          AND (about = 'department') = (open_link_id IS NOT NULL));
      CREATE UNIQUE INDEX survey_ask_shown ON survey_ask (contact_id) WHERE about = 'contact' AND channel = 'link';
      CREATE INDEX survey_ask_open_link ON survey_ask (open_link_id, planned_at) WHERE open_link_id IS NOT NULL;
      CREATE INDEX survey_ask_reminder_mail ON survey_ask (reminder_mail_id) WHERE reminder_mail_id IS NOT NULL;
      CREATE INDEX survey_ask_list ON survey_ask (planned_at DESC, id DESC);
      CREATE INDEX survey_ask_handling ON survey_ask (handling_department_id, planned_at DESC, id DESC);
      CREATE INDEX survey_ask_answerable ON survey_ask (answerable_department_id, planned_at DESC, id DESC);
      CREATE INDEX survey_ask_team_list ON survey_ask (team_id, planned_at DESC, id DESC);
      DROP INDEX survey_ask_account;
      CREATE INDEX survey_ask_account ON survey_ask (account_id, planned_at DESC) WHERE account_id IS NOT NULL;

      -- An address from which a customer unsubscribes by one press in their mail program. There is a secret in it.
      ALTER TABLE mail ADD COLUMN unsubscribe_url text;

      CREATE TABLE recovery_setting (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        -- Up to this score an answer is low; null: none of this kind is.
        csat_most integer DEFAULT 2 CHECK (csat_most BETWEEN 1 AND 4),
        nps_most integer DEFAULT 6 CHECK (nps_most BETWEEN 0 AND 9),
        ces_most integer DEFAULT 2 CHECK (ces_most BETWEEN 1 AND 6),
        due_minutes integer NOT NULL DEFAULT 480 CHECK (due_minutes > 0),
        revision integer NOT NULL DEFAULT 1
      );
      INSERT INTO recovery_setting DEFAULT VALUES;

      -- What came of a low answer. Who has it and by when, says its duty.
      CREATE TABLE recovery (
        id uuid PRIMARY KEY,
        duty_id uuid NOT NULL UNIQUE REFERENCES duty,
        ask_id uuid REFERENCES survey_ask,
        -- The low answer, and what the customer says now.
        answer_id uuid NOT NULL REFERENCES answer,
        newest_id uuid NOT NULL REFERENCES answer,
        outcome text CHECK (outcome IN ('settled', 'not-settled', 'not-reached', 'complaint')),
        note text NOT NULL DEFAULT '',
        ended_at timestamptz,
        ended_by uuid REFERENCES sign_in,
        CHECK ((outcome IS NULL) = (ended_at IS NULL))
      );
      CREATE UNIQUE INDEX recovery_ask ON recovery (ask_id) WHERE ask_id IS NOT NULL;
      CREATE INDEX recovery_answer ON recovery (answer_id);
      CREATE INDEX recovery_newest ON recovery (newest_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
