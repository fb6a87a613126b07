import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is asked, after what, by which link, and who does not want to be. */
export class SurveyAsks0041 implements MigrationInterface {
  name = 'SurveyAsks0041_1790000000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE TABLE survey_setting (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        -- null: nobody is asked. What ended before is not asked about.
        on_since timestamptz,
        min_days integer NOT NULL DEFAULT 30,
        quiet_from time NOT NULL DEFAULT '20:00',
        quiet_to time NOT NULL DEFAULT '08:00',
        reminder_days integer DEFAULT 3,
        expiry_days integer NOT NULL DEFAULT 14,
        change_hours integer NOT NULL DEFAULT 48,
        contact_percent integer NOT NULL DEFAULT 100 CHECK (contact_percent BETWEEN 0 AND 100),
        complaint_percent integer NOT NULL DEFAULT 100 CHECK (complaint_percent BETWEEN 0 AND 100),
        contact_form_id uuid REFERENCES survey_form,
        complaint_form_id uuid REFERENCES survey_form,
        revision integer NOT NULL DEFAULT 1
      );
      INSERT INTO survey_setting DEFAULT VALUES;

      CREATE TABLE survey_share (
        n integer PRIMARY KEY,
        channel text CHECK (channel IN ('phone', 'email', 'chat', 'message', 'visit', 'letter', 'form')),
        department_id uuid REFERENCES department ON DELETE CASCADE,
        percent integer NOT NULL CHECK (percent BETWEEN 0 AND 100),
        UNIQUE NULLS NOT DISTINCT (channel, department_id),
        CHECK (num_nonnulls(channel, department_id) > 0)
      );

      CREATE TABLE survey_ask (
        id uuid PRIMARY KEY,
        version_id uuid NOT NULL REFERENCES form_version,
        about text NOT NULL CHECK (about IN ('contact', 'complaint', 'account')),
        -- Of a complaint the one that received it.
        contact_id uuid REFERENCES contact,
        complaint_id uuid REFERENCES complaint,
        account_id uuid REFERENCES account,
        person_id uuid REFERENCES person,
        channel text NOT NULL CHECK (channel IN ('mail', 'link', 'agent')),
        locale text NOT NULL CHECK (locale IN ('en', 'zh')),

        -- frozen: the contact's own attribution; of an account, of whoever had it in care on that day
        rep_id uuid REFERENCES staff,
        team_id uuid REFERENCES team,
        supervisor_id uuid REFERENCES staff,
        handling_department_id uuid NOT NULL REFERENCES department,
        answerable_department_id uuid NOT NULL REFERENCES department,
        account_class text,
        rep_in_care_id uuid REFERENCES staff,

        state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'sent', 'bounced', 'answered', 'expired')),
        planned_at timestamptz NOT NULL DEFAULT now(),
        send_at timestamptz NOT NULL,
        asked_at timestamptz,
        mail_id uuid REFERENCES mail ON DELETE SET NULL,
        reminded_at timestamptz,
        answered_at timestamptz,
        expires_at timestamptz,
        CHECK ((about = 'account') = (contact_id IS NULL) AND (about = 'account') = (account_id IS NOT NULL)),
        CHECK ((about = 'complaint') = (complaint_id IS NOT NULL)),
        CHECK ((state = 'planned') = (asked_at IS NULL) AND (asked_at IS NULL) = (expires_at IS NULL)),
        CHECK ((state = 'answered') = (answered_at IS NOT NULL))
      );
      CREATE UNIQUE INDEX survey_ask_mailed ON survey_ask (contact_id) WHERE about = 'contact' AND channel = 'mail';
      CREATE INDEX survey_ask_contact ON survey_ask (contact_id) WHERE contact_id IS NOT NULL;
      CREATE UNIQUE INDEX survey_ask_complaint ON survey_ask (complaint_id) WHERE complaint_id IS NOT NULL;
      CREATE INDEX survey_ask_account ON survey_ask (account_id) WHERE account_id IS NOT NULL;
      CREATE INDEX survey_ask_person ON survey_ask (person_id, planned_at) WHERE person_id IS NOT NULL;
      CREATE INDEX survey_ask_planned ON survey_ask (send_at) WHERE state = 'planned';
      CREATE INDEX survey_ask_sent ON survey_ask (expires_at) WHERE state = 'sent';
      CREATE INDEX survey_ask_reminder ON survey_ask (asked_at) WHERE state = 'sent' AND reminded_at IS NULL;
      CREATE INDEX survey_ask_mail ON survey_ask (mail_id) WHERE mail_id IS NOT NULL;

      -- The secrets that lead to an ask: that of the letter, and that of its reminder, because no secret is kept.
      CREATE TABLE survey_link (
        token_sha256 bytea PRIMARY KEY,
        ask_id uuid NOT NULL REFERENCES survey_ask ON DELETE CASCADE
      );
      CREATE INDEX survey_link_ask ON survey_link (ask_id);

      -- What was sent, whole and in order; the scores of the last stand among the answers. History, kept for ever.
      CREATE TABLE survey_reply (
        ask_id uuid NOT NULL REFERENCES survey_ask ON DELETE CASCADE,
        n integer NOT NULL CHECK (n > 0),
        told jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (ask_id, n)
      );
      CREATE INDEX answer_ask ON answer (ask_id) WHERE ask_id IS NOT NULL;

      ALTER TABLE person ADD COLUMN do_not_survey_since timestamptz, ADD COLUMN do_not_survey_how text
        CHECK (do_not_survey_how IN ('link', 'by-hand')),
        ADD CONSTRAINT person_survey_stop CHECK ((do_not_survey_since IS NULL) = (do_not_survey_how IS NULL));
      CREATE INDEX person_not_surveyed ON person (lower(email)) WHERE do_not_survey_since IS NOT NULL;

      -- A letter to a customer is of nobody's of ours; one with a secret in it keeps no text once it has gone.
      ALTER TABLE mail ALTER COLUMN staff_id DROP NOT NULL, ADD COLUMN is_secret boolean NOT NULL DEFAULT false;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
