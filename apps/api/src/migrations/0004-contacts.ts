import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Contacts, complaints and answers. The frozen columns say who and which unit an event belongs to, resolved from the
 * organisation as dated at the event's own time; moving people later changes no past figure.
 */
export class Contacts0004 implements MigrationInterface {
  name = 'Contacts0004_1790000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE TABLE import_preset (
        name text PRIMARY KEY,
        definition jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE import_batch (
        id uuid PRIMARY KEY,
        preset text NOT NULL,
        file_name text NOT NULL,
        file_sha256 bytea NOT NULL,
        state text NOT NULL CHECK (state IN ('running', 'done', 'failed', 'undone')),
        rows_read integer NOT NULL DEFAULT 0,
        rows_taken integer NOT NULL DEFAULT 0,
        rows_refused integer NOT NULL DEFAULT 0,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz
      );
      CREATE UNIQUE INDEX import_batch_file_once ON import_batch (file_sha256, preset) WHERE state IN ('running', 'done');
      CREATE TABLE import_row (
        batch_id uuid NOT NULL REFERENCES import_batch,
        line integer NOT NULL,
        errors jsonb NOT NULL,
        PRIMARY KEY (batch_id, line)
      );

      -- Where somebody was at a moment: asked for every contact.
      CREATE INDEX membership_staff ON membership (staff_id, "from");

      -- One row is one rep's handling of one interaction; a transfer is another row of the same conversation.
      CREATE TABLE contact (
        id uuid PRIMARY KEY,
        conversation_id uuid NOT NULL,
        transferred_from uuid REFERENCES contact,
        account_id uuid REFERENCES account,
        person_id uuid REFERENCES person,
        channel text NOT NULL CHECK (channel IN ('phone', 'email', 'chat', 'message', 'visit', 'letter', 'form')),
        direction text NOT NULL CHECK (direction IN ('in', 'out')),
        purpose text NOT NULL CHECK (purpose IN ('service', 'proactive', 'internal')),
        outcome text NOT NULL CHECK (outcome IN ('handled', 'abandoned-in-queue', 'abandoned-in-menu', 'not-reached')),
        started_at timestamptz NOT NULL,
        ended_at timestamptz NOT NULL,
        wait_seconds integer CHECK (wait_seconds >= 0),
        talk_seconds integer CHECK (talk_seconds >= 0),
        hold_seconds integer CHECK (hold_seconds >= 0),
        wrap_seconds integer CHECK (wrap_seconds >= 0),
        reason_id uuid REFERENCES reason,
        resolved boolean,
        note text NOT NULL DEFAULT '',
        attributes jsonb NOT NULL DEFAULT '{}',

        -- frozen
        rep_id uuid REFERENCES staff,
        team_id uuid REFERENCES team,
        supervisor_id uuid REFERENCES staff,
        handling_department_id uuid NOT NULL REFERENCES department,
        answerable_department_id uuid NOT NULL REFERENCES department,
        account_class text,
        rep_in_care_id uuid REFERENCES staff,
        form_version_id uuid,

        -- Follows the complaint received by this contact: 0 none, 1 counts, 2 found by our own call.
        complaint_mark smallint NOT NULL DEFAULT 0 CHECK (complaint_mark BETWEEN 0 AND 2),

        first_sha256 bytea NOT NULL,
        source text NOT NULL DEFAULT 'console',
        external_id text,
        batch_id uuid REFERENCES import_batch,
        created_by uuid REFERENCES sign_in,
        created_at timestamptz NOT NULL DEFAULT now(),
        revision integer NOT NULL DEFAULT 1,
        voided_at timestamptz,
        void_reason text,
        CHECK (started_at <= ended_at),
        CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
        CHECK (direction = 'in' OR outcome IN ('handled', 'not-reached')),
        CHECK (direction = 'out' OR outcome <> 'not-reached')
      );
      CREATE UNIQUE INDEX contact_external ON contact (source, external_id) WHERE external_id IS NOT NULL;
      CREATE INDEX contact_ended ON contact (ended_at);
      CREATE INDEX contact_started ON contact (started_at);
      CREATE INDEX contact_handling ON contact (handling_department_id, ended_at);
      CREATE INDEX contact_answerable ON contact (answerable_department_id, ended_at);
      CREATE INDEX contact_team ON contact (team_id, ended_at);
      CREATE INDEX contact_rep ON contact (rep_id, ended_at);
      CREATE INDEX contact_account ON contact (account_id, ended_at) WHERE account_id IS NOT NULL;
      CREATE INDEX contact_person ON contact (person_id, ended_at) WHERE person_id IS NOT NULL;
      CREATE INDEX contact_conversation ON contact (conversation_id);
      CREATE INDEX contact_batch ON contact (batch_id) WHERE batch_id IS NOT NULL;
      CREATE INDEX contact_complaint ON contact (ended_at) WHERE complaint_mark > 0;
      CREATE INDEX contact_complaint_handling ON contact (handling_department_id, ended_at) WHERE complaint_mark > 0;
      CREATE INDEX contact_complaint_answerable ON contact (answerable_department_id, ended_at) WHERE complaint_mark > 0;
      CREATE INDEX contact_complaint_rep ON contact (rep_id, ended_at) WHERE complaint_mark > 0;
      CREATE INDEX contact_complaint_account ON contact (account_id, ended_at) WHERE complaint_mark > 0;

      CREATE TABLE revision_log (
        entity text NOT NULL,
        entity_id uuid NOT NULL,
        revision integer NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        by_sign_in_id uuid REFERENCES sign_in,
        before jsonb NOT NULL,
        reason text NOT NULL,
        PRIMARY KEY (entity, entity_id, revision)
      );

      CREATE SEQUENCE complaint_number;
      CREATE TABLE complaint (
        id uuid PRIMARY KEY,
        number integer NOT NULL UNIQUE DEFAULT nextval('complaint_number'),
        contact_id uuid NOT NULL UNIQUE REFERENCES contact,
        first_received_at timestamptz NOT NULL,
        about_contact_id uuid REFERENCES contact,
        rep_concerned_id uuid REFERENCES staff,
        team_concerned_id uuid REFERENCES team,
        summary text NOT NULL DEFAULT '',
        remedy_sought text NOT NULL DEFAULT '',
        remedy_given text NOT NULL DEFAULT '',
        severity text CHECK (severity IN ('small', 'money', 'stopped-work')),
        impact text,
        found_by_us boolean NOT NULL DEFAULT false,
        owner_id uuid REFERENCES staff,
        decision text CHECK (decision IN ('upheld', 'partly', 'not')),
        closing text CHECK (closing IN ('accepted', 'rejected', 'withdrawn', 'no-reply')),
        repeat_of uuid REFERENCES complaint,
        merged_into uuid REFERENCES complaint,

        -- Follows the steps, the void and the merge, so that the open ones are found without reading all.
        is_open boolean NOT NULL DEFAULT true,

        batch_id uuid REFERENCES import_batch,
        created_by uuid REFERENCES sign_in,
        created_at timestamptz NOT NULL DEFAULT now(),
        revision integer NOT NULL DEFAULT 1,
        voided_at timestamptz,
        void_reason text,
        CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
        CHECK (merged_into IS DISTINCT FROM id AND repeat_of IS DISTINCT FROM id)
      );
      ALTER SEQUENCE complaint_number OWNED BY complaint.number;
      CREATE INDEX complaint_open ON complaint (first_received_at) WHERE is_open;
      CREATE INDEX complaint_received ON complaint (first_received_at);
      CREATE INDEX complaint_owner ON complaint (owner_id, first_received_at);
      CREATE INDEX complaint_rep_concerned ON complaint (rep_concerned_id) WHERE rep_concerned_id IS NOT NULL;
      CREATE INDEX complaint_team_concerned ON complaint (team_concerned_id) WHERE team_concerned_id IS NOT NULL;
      CREATE INDEX complaint_batch ON complaint (batch_id) WHERE batch_id IS NOT NULL;

      -- The complaint's course, after ISO 10002. The stage shown is derived from these; nothing else says it.
      CREATE TABLE complaint_step (
        id uuid PRIMARY KEY,
        complaint_id uuid NOT NULL REFERENCES complaint,
        step text NOT NULL CHECK (step IN
          ('received', 'acknowledged', 'assessed', 'investigated', 'answered', 'closed', 'reopened', 'analysed')),
        at timestamptz NOT NULL,
        by_sign_in_id uuid REFERENCES sign_in,
        note text NOT NULL DEFAULT '',
        skipped_reason text,
        recorded_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX complaint_step_course ON complaint_step (complaint_id, at, recorded_at);
      CREATE INDEX complaint_step_end ON complaint_step (step, at) WHERE step IN ('closed', 'reopened');

      -- The mark on the receiving contact, for every way a complaint is written, so that the tallies see one table.
      CREATE FUNCTION mark_complaint_on_contact() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE contact c SET complaint_mark = m.mark
          FROM (
            SELECT x.contact_id, CASE
              WHEN TG_OP = 'DELETE' OR x.voided_at IS NOT NULL OR x.merged_into IS NOT NULL THEN 0
              WHEN x.found_by_us THEN 2 ELSE 1 END AS mark
            FROM changed x
          ) m
          WHERE c.id = m.contact_id AND c.complaint_mark <> m.mark;
          RETURN NULL;
        END $$;
      CREATE TRIGGER mark_inserted AFTER INSERT ON complaint REFERENCING NEW TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION mark_complaint_on_contact();
      CREATE TRIGGER mark_updated AFTER UPDATE ON complaint REFERENCING NEW TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION mark_complaint_on_contact();
      CREATE TRIGGER mark_deleted AFTER DELETE ON complaint REFERENCING OLD TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION mark_complaint_on_contact();

      -- A step may be recorded late, so the last of closed and reopened by its own time decides.
      CREATE FUNCTION complaint_is_open(complaint_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT NOT coalesce((
          SELECT s.step = 'closed' FROM complaint_step s
          WHERE s.complaint_id = $1 AND s.step IN ('closed', 'reopened') ORDER BY s.at DESC, s.recorded_at DESC, s.id DESC LIMIT 1
        ), false)
      $$;
      CREATE FUNCTION follow_steps() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE complaint k SET is_open = x.is_open
          FROM (
            SELECT k.id, k.voided_at IS NULL AND k.merged_into IS NULL AND complaint_is_open(k.id) AS is_open
            FROM complaint k WHERE k.id IN (SELECT complaint_id FROM changed WHERE step IN ('closed', 'reopened'))
          ) x
          WHERE k.id = x.id AND k.is_open <> x.is_open;
          RETURN NULL;
        END $$;
      CREATE TRIGGER open_inserted AFTER INSERT ON complaint_step REFERENCING NEW TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION follow_steps();
      CREATE TRIGGER open_deleted AFTER DELETE ON complaint_step REFERENCING OLD TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION follow_steps();
      CREATE FUNCTION steps_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'a step of a complaint is never changed'; END $$;
      CREATE TRIGGER kept BEFORE UPDATE ON complaint_step FOR EACH STATEMENT EXECUTE FUNCTION steps_are_kept();

      CREATE FUNCTION open_follows_void() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          NEW.is_open := NEW.voided_at IS NULL AND NEW.merged_into IS NULL AND complaint_is_open(NEW.id);
          RETURN NEW;
        END $$;
      CREATE TRIGGER open_inserted BEFORE INSERT ON complaint FOR EACH ROW EXECUTE FUNCTION open_follows_void();
      CREATE TRIGGER open_updated BEFORE UPDATE OF voided_at, merged_into ON complaint FOR EACH ROW
        EXECUTE FUNCTION open_follows_void();

      CREATE FUNCTION complaint_keeps_its_contact() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'a complaint keeps the contact that received it'; END $$;
      CREATE TRIGGER keeps_contact BEFORE UPDATE OF contact_id ON complaint FOR EACH ROW
        WHEN (OLD.contact_id <> NEW.contact_id) EXECUTE FUNCTION complaint_keeps_its_contact();

      CREATE TABLE answer (
        id uuid PRIMARY KEY,
        ask_id uuid,
        contact_id uuid REFERENCES contact,
        account_id uuid REFERENCES account,
        kind text NOT NULL CHECK (kind IN ('csat', 'nps', 'ces', 'item')),
        item text,
        scale smallint NOT NULL CHECK (scale BETWEEN 2 AND 11),
        score smallint NOT NULL,
        text text NOT NULL DEFAULT '',
        entered_how text NOT NULL CHECK (entered_how IN ('import', 'by-hand', 'survey')),
        at timestamptz NOT NULL,

        -- frozen: a contact's own attribution, or of the day it was asked
        rep_id uuid REFERENCES staff,
        team_id uuid REFERENCES team,
        supervisor_id uuid REFERENCES staff,
        handling_department_id uuid NOT NULL REFERENCES department,
        answerable_department_id uuid NOT NULL REFERENCES department,
        account_class text,
        rep_in_care_id uuid REFERENCES staff,
        channel text,
        reason_id uuid REFERENCES reason,

        superseded_by uuid REFERENCES answer,
        batch_id uuid REFERENCES import_batch,
        created_by uuid REFERENCES sign_in,
        created_at timestamptz NOT NULL DEFAULT now(),
        revision integer NOT NULL DEFAULT 1,
        voided_at timestamptz,
        void_reason text,
        CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
        CHECK (kind <> 'csat' OR scale <> 5 OR score BETWEEN 1 AND 5)
      );
      CREATE INDEX answer_at ON answer (at);
      CREATE INDEX answer_contact ON answer (contact_id);
      CREATE INDEX answer_handling ON answer (handling_department_id, at);
      CREATE INDEX answer_answerable ON answer (answerable_department_id, at);
      CREATE INDEX answer_team ON answer (team_id, at);
      CREATE INDEX answer_rep ON answer (rep_id, at);
      CREATE INDEX answer_account ON answer (account_id, at) WHERE account_id IS NOT NULL;
      CREATE INDEX answer_batch ON answer (batch_id) WHERE batch_id IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
