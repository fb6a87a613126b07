import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a plan is made of, besides accounts and the people in them. */
const planned = [
  ...['account_class', 'account_care', 'cadence', 'call_setting', 'caller_capacity', 'calendar', 'calendar_exception'],
  ...['leave', 'membership', 'staff'],
];

/** Calls to key accounts that come before the complaint: how often, when, by whom; what was promised and taught. */
export class ProactiveCalls0024 implements MigrationInterface {
  name = 'ProactiveCalls0024_1790000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Calendar days from one call to the next: of one account, else of a class and tier, else of a class.
      CREATE TABLE cadence (
        id uuid PRIMARY KEY,
        class text CHECK (class IN ('loyal', 'fast-growing', 'dormant', 'worth-cultivating')),
        tier text CHECK (tier IN ('A', 'B', 'C')),
        account_id uuid REFERENCES account,
        days integer NOT NULL CHECK (days BETWEEN 1 AND 366),
        set_by uuid REFERENCES sign_in,
        set_at timestamptz NOT NULL DEFAULT now(),
        CHECK ((account_id IS NULL) = (class IS NOT NULL)),
        CHECK (tier IS NULL OR class IS NOT NULL),
        CONSTRAINT cadence_once UNIQUE NULLS NOT DISTINCT (class, tier, account_id)
      );
      CREATE INDEX cadence_account ON cadence (account_id) WHERE account_id IS NOT NULL;

      -- How calls are planned, and what the signals of health cost; one row. A null column is the program's own default.
      CREATE TABLE call_setting (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        calls_per_day integer CHECK (calls_per_day BETWEEN 1 AND 60),
        slot_minutes integer CHECK (slot_minutes IN (10, 15, 20, 30)),
        -- Working days before and after the due day.
        early_days integer CHECK (early_days BETWEEN 0 AND 10),
        grace_days integer CHECK (grace_days BETWEEN 0 AND 20),
        retry_minutes integer CHECK (retry_minutes BETWEEN 15 AND 2880),
        tries_per_person integer CHECK (tries_per_person BETWEEN 1 AND 10),
        health_points jsonb,
        revision integer NOT NULL DEFAULT 1
      );
      INSERT INTO call_setting DEFAULT VALUES;

      -- Who makes more or fewer calls a day than the others; 0: none.
      CREATE TABLE caller_capacity (
        staff_id uuid PRIMARY KEY REFERENCES staff,
        calls_per_day integer NOT NULL CHECK (calls_per_day BETWEEN 0 AND 60)
      );

      CREATE TABLE planned_call (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        -- A day of the caller's; two calls of an account are never due on one.
        due_on date NOT NULL,
        earliest_on date NOT NULL,
        -- The last day on which it is in time, by the working days and the grace that held; null: the due day.
        grace_until date,
        -- The customer asked for this day, so that it does not follow the cadence.
        is_asked_for boolean NOT NULL DEFAULT false,
        staff_id uuid REFERENCES staff,
        slot_at timestamptz,
        -- The caller's local day of the slot.
        on_day date,
        unplaced text CHECK (unplaced IN ('no-caller', 'no-common-hours', 'no-capacity')),
        -- A person chose the slot; the plan leaves it there.
        is_fixed boolean NOT NULL DEFAULT false,
        -- Not reached: tried again from then on.
        retry_at timestamptz,
        -- Why do I go, what will I say, what will I do: {why, say, doing}.
        preparation jsonb,
        state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'reached', 'missed', 'dropped')),
        ended_at timestamptz,
        contact_id uuid REFERENCES contact,
        -- As they were when it ended or was due, for figures by class, caller and department.
        class text,
        team_id uuid REFERENCES team,
        department_id uuid REFERENCES department,
        health numeric(5, 2),
        band text CHECK (band IN ('at-risk', 'watch', 'good')),
        revision integer NOT NULL DEFAULT 1,
        CONSTRAINT planned_call_once UNIQUE (account_id, due_on),
        CHECK ((slot_at IS NULL) = (on_day IS NULL)),
        CHECK ((state = 'planned') = (ended_at IS NULL)),
        CHECK (earliest_on <= due_on)
      );
      CREATE INDEX planned_call_day ON planned_call (staff_id, on_day, slot_at) WHERE state = 'planned';
      CREATE INDEX planned_call_open_due ON planned_call (due_on, id) WHERE state = 'planned';
      CREATE INDEX planned_call_ended ON planned_call (staff_id, ended_at DESC) WHERE state <> 'planned';
      CREATE INDEX planned_call_due ON planned_call (due_on, state);
      CREATE INDEX planned_call_contact ON planned_call (contact_id) WHERE contact_id IS NOT NULL;

      -- What a person did with a planned call besides making it.
      CREATE TABLE planned_call_move (
        id uuid PRIMARY KEY,
        planned_call_id uuid NOT NULL REFERENCES planned_call ON DELETE CASCADE,
        at timestamptz NOT NULL DEFAULT now(),
        by_sign_in_id uuid REFERENCES sign_in,
        asked_by text NOT NULL CHECK (asked_by IN ('customer', 'us')),
        before jsonb NOT NULL,
        after jsonb NOT NULL,
        why text NOT NULL DEFAULT ''
      );
      CREATE INDEX planned_call_move_call ON planned_call_move (planned_call_id, at);

      CREATE TABLE call_attempt (
        id uuid PRIMARY KEY,
        planned_call_id uuid NOT NULL REFERENCES planned_call,
        contact_id uuid REFERENCES contact,
        person_id uuid REFERENCES person,
        staff_id uuid NOT NULL REFERENCES staff,
        at timestamptz NOT NULL,
        is_reached boolean NOT NULL
      );
      CREATE INDEX call_attempt_call ON call_attempt (planned_call_id, at);
      CREATE INDEX call_attempt_contact ON call_attempt (contact_id) WHERE contact_id IS NOT NULL;

      -- Each wish for a new plan is a row, so that nobody who has one waits for a plan that is being made.
      CREATE TABLE plan_ask (n bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY, at timestamptz NOT NULL DEFAULT now());
      -- The plan that holds; one row, which planners lock.
      CREATE TABLE plan_state (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        planned_at timestamptz,
        outcome jsonb NOT NULL DEFAULT '{}'
      );
      INSERT INTO plan_state DEFAULT VALUES;

      -- How an account stood on a day: the line of its health, and what bands are worth by what came after.
      CREATE TABLE account_health (
        account_id uuid NOT NULL REFERENCES account,
        day date NOT NULL,
        health numeric(5, 2) NOT NULL,
        band text NOT NULL CHECK (band IN ('at-risk', 'watch', 'good')),
        PRIMARY KEY (account_id, day)
      );
      CREATE INDEX account_health_day ON account_health (day, health, account_id);

      -- The share of low answers of all key accounts that day: towards it the few answers of one are shrunk.
      CREATE TABLE health_day (
        day date PRIMARY KEY,
        low_share numeric NOT NULL,
        accounts integer NOT NULL
      );

      -- What was promised to a customer, by whom, by when. Kept, void and moved are steps; past its time it is broken.
      CREATE TABLE promise (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        person_id uuid REFERENCES person,
        contact_id uuid REFERENCES contact,
        what text NOT NULL CHECK (what <> ''),
        original_due_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        owner_id uuid NOT NULL REFERENCES staff,
        -- Of the owner when it was made.
        team_id uuid REFERENCES team,
        department_id uuid REFERENCES department,
        made_at timestamptz NOT NULL DEFAULT now(),
        made_by uuid REFERENCES sign_in,
        kept_at timestamptz,
        voided_at timestamptz,
        void_why text NOT NULL DEFAULT '',
        revision integer NOT NULL DEFAULT 1,
        CHECK (num_nonnulls(kept_at, voided_at) < 2)
      );
      CREATE INDEX promise_account ON promise (account_id, due_at DESC, id DESC);
      CREATE INDEX promise_open_owner ON promise (owner_id, due_at, id) WHERE kept_at IS NULL AND voided_at IS NULL;
      CREATE INDEX promise_open_due ON promise (due_at, id) WHERE kept_at IS NULL AND voided_at IS NULL;
      CREATE INDEX promise_due ON promise (original_due_at);
      CREATE INDEX promise_contact ON promise (contact_id) WHERE contact_id IS NOT NULL;
      CREATE INDEX promise_person ON promise (person_id) WHERE person_id IS NOT NULL;

      CREATE TABLE promise_step (
        id uuid PRIMARY KEY,
        promise_id uuid NOT NULL REFERENCES promise ON DELETE CASCADE,
        act text NOT NULL CHECK (act IN ('made', 'renegotiated', 'handed', 'kept', 'reopened', 'void', 'told')),
        at timestamptz NOT NULL DEFAULT now(),
        by_sign_in_id uuid REFERENCES sign_in,
        before jsonb NOT NULL DEFAULT '{}',
        after jsonb NOT NULL DEFAULT '{}',
        why text NOT NULL DEFAULT ''
      );
      CREATE INDEX promise_step_promise ON promise_step (promise_id, at);

      -- What customers were taught, so that they expect what we can do.
      CREATE TABLE training_session (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        topic text NOT NULL CHECK (topic <> ''),
        held_on date NOT NULL,
        trainer_id uuid REFERENCES staff,
        material text NOT NULL DEFAULT '',
        expectation text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by uuid REFERENCES sign_in,
        voided_at timestamptz,
        void_why text NOT NULL DEFAULT '',
        revision integer NOT NULL DEFAULT 1
      );
      CREATE INDEX training_session_account ON training_session (account_id, held_on DESC, id DESC);
      CREATE TABLE training_attendance (
        session_id uuid NOT NULL REFERENCES training_session ON DELETE CASCADE,
        person_id uuid NOT NULL REFERENCES person,
        score smallint CHECK (score BETWEEN 1 AND 5),
        feedback text NOT NULL DEFAULT '',
        PRIMARY KEY (session_id, person_id)
      );
      CREATE INDEX training_attendance_person ON training_attendance (person_id);

      -- A contact that is taken back was no call: the planned one is there again. What it promised nobody waits for.
      CREATE FUNCTION take_back_calls() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          DELETE FROM call_attempt WHERE contact_id = NEW.id;
          IF FOUND THEN
            UPDATE planned_call SET state = 'planned', ended_at = NULL, contact_id = NULL, revision = revision + 1
            WHERE contact_id = NEW.id AND state = 'reached';
            INSERT INTO plan_ask DEFAULT VALUES;
          END IF;
          UPDATE promise SET voided_at = NEW.voided_at, void_why = NEW.void_reason, revision = revision + 1
          WHERE contact_id = NEW.id AND kept_at IS NULL AND voided_at IS NULL;
          IF FOUND THEN
            UPDATE duty SET done_at = NEW.voided_at, outcome = 'cancelled', revision = revision + 1
            WHERE source_entity = 'promise' AND done_at IS NULL
              AND source_id IN (SELECT id FROM promise WHERE contact_id = NEW.id);
          END IF;
          RETURN NULL;
        END $$;
      CREATE TRIGGER calls_taken_back AFTER UPDATE OF voided_at ON contact FOR EACH ROW
        WHEN (OLD.voided_at IS NULL AND NEW.voided_at IS NOT NULL) EXECUTE FUNCTION take_back_calls();

      -- Whatever a plan depends on asks for a new one, by whichever way it is written.
      CREATE FUNCTION ask_plan() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO plan_ask DEFAULT VALUES;
          RETURN NULL;
        END $$;
      -- Of people and accounts only those in a class: all others are called by nobody.
      CREATE FUNCTION ask_plan_of_accounts() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT FROM changed JOIN account_class c ON c.account_id = changed.id) THEN
            INSERT INTO plan_ask DEFAULT VALUES;
          END IF;
          RETURN NULL;
        END $$;
      CREATE FUNCTION ask_plan_of_people() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT FROM changed JOIN account_class c ON c.account_id = changed.account_id) THEN
            INSERT INTO plan_ask DEFAULT VALUES;
          END IF;
          RETURN NULL;
        END $$;
      ${planned
        .map(
          (table) =>
            `CREATE TRIGGER ask_plan AFTER INSERT OR UPDATE OR DELETE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION ask_plan();`,
        )
        .join('\n')}
      CREATE TRIGGER ask_plan AFTER UPDATE ON account REFERENCING NEW TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION ask_plan_of_accounts();
      CREATE TRIGGER ask_plan_for_new AFTER INSERT ON person REFERENCING NEW TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION ask_plan_of_people();
      CREATE TRIGGER ask_plan AFTER UPDATE ON person REFERENCING NEW TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION ask_plan_of_people();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
