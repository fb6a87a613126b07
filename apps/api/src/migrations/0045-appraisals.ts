import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cycles of appraisals: who appraises whom, what is written, the figures as they were, and the chain of what was signed. */
export class Appraisals0045 implements MigrationInterface {
  name = 'Appraisals0045_1790000000045';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- null: the ready-made list of competencies.
      CREATE TABLE appraisal_setting (
        only_one boolean NOT NULL DEFAULT true UNIQUE CHECK (only_one),
        competencies jsonb,
        revision integer NOT NULL DEFAULT 1
      );
      INSERT INTO appraisal_setting DEFAULT VALUES;

      CREATE TABLE appraisal_cycle (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('month', 'quarter', 'half-year', 'year')),
        from_on date NOT NULL,
        -- The first day after the period.
        to_on date NOT NULL,
        write_by date NOT NULL,
        answer_days integer NOT NULL CHECK (answer_days BETWEEN 1 AND 30),
        minimum_days integer NOT NULL CHECK (minimum_days > 0),
        -- As they were when it was opened.
        competencies jsonb NOT NULL,
        opened_at timestamptz NOT NULL DEFAULT now(),
        opened_by uuid REFERENCES sign_in,
        closed_at timestamptz,
        closed_by uuid REFERENCES sign_in,
        revision integer NOT NULL DEFAULT 1,
        CONSTRAINT appraisal_cycle_once UNIQUE (kind, from_on),
        CHECK (from_on < to_on)
      );
      CREATE INDEX appraisal_cycle_list ON appraisal_cycle (to_on DESC, id DESC);

      -- Where it stands is its last step; until the first one it is a draft.
      CREATE TABLE appraisal (
        id uuid PRIMARY KEY,
        cycle_id uuid NOT NULL REFERENCES appraisal_cycle,
        kind text NOT NULL CHECK (kind IN ('rep', 'supervisor')),
        subject_id uuid NOT NULL REFERENCES staff,
        appraiser_id uuid NOT NULL REFERENCES staff,
        how text NOT NULL CHECK (how IN ('supervisor', 'stand-in', 'head', 'executive', 'named')),
        -- Of the period's last day.
        team_id uuid NOT NULL REFERENCES team,
        department_id uuid NOT NULL REFERENCES department,
        text jsonb NOT NULL DEFAULT '{"indicators": {}, "competencies": {}, "comment": "", "goals": []}',
        -- The card as it was frozen, its lines apart.
        card jsonb,
        coaching jsonb,
        saved_at timestamptz,
        answer_by date,
        revision integer NOT NULL DEFAULT 1,
        CONSTRAINT appraisal_once UNIQUE (cycle_id, kind, subject_id),
        CONSTRAINT appraisal_of_another CHECK (appraiser_id <> subject_id)
      );
      CREATE INDEX appraisal_subject ON appraisal (subject_id);
      CREATE INDEX appraisal_appraiser ON appraisal (appraiser_id);
      CREATE INDEX appraisal_department ON appraisal (department_id, cycle_id);

      CREATE TABLE appraisal_left_out (
        cycle_id uuid NOT NULL REFERENCES appraisal_cycle,
        kind text NOT NULL CHECK (kind IN ('rep', 'supervisor')),
        staff_id uuid NOT NULL REFERENCES staff,
        team_id uuid NOT NULL REFERENCES team,
        why text NOT NULL CHECK (why IN ('left', 'short', 'no-appraiser')),
        days integer NOT NULL,
        PRIMARY KEY (cycle_id, kind, staff_id)
      );

      -- handed: to another appraiser; it is no stage.
      CREATE TABLE appraisal_step (
        appraisal_id uuid NOT NULL REFERENCES appraisal,
        n integer NOT NULL CHECK (n > 0),
        step text NOT NULL CHECK (step IN ('given', 'agreed', 'disputed', 'decided', 'signed', 'missing', 'handed')),
        at timestamptz NOT NULL DEFAULT now(),
        by_staff_id uuid REFERENCES staff,
        note text NOT NULL DEFAULT '',
        data jsonb NOT NULL DEFAULT '{}',
        PRIMARY KEY (appraisal_id, n)
      );

      -- A figure as it was: the whole line of the card, what it answers, and the rows behind it.
      CREATE TABLE appraisal_figure (
        appraisal_id uuid NOT NULL REFERENCES appraisal,
        place integer NOT NULL,
        line jsonb NOT NULL,
        question jsonb NOT NULL,
        at timestamptz NOT NULL,
        rows integer NOT NULL,
        -- {id: what it adds above and below the line}; null above 5,000 rows, of which the hash is kept.
        row_ids jsonb,
        rows_sha256 bytea NOT NULL,
        PRIMARY KEY (appraisal_id, place)
      );

      CREATE TABLE appraisal_goal (
        id uuid PRIMARY KEY,
        appraisal_id uuid NOT NULL REFERENCES appraisal,
        place integer NOT NULL,
        subject_id uuid NOT NULL REFERENCES staff,
        -- Who set it, and follows it through.
        set_by uuid NOT NULL REFERENCES staff,
        text text NOT NULL,
        due_on date NOT NULL
      );
      CREATE INDEX appraisal_goal_appraisal ON appraisal_goal (appraisal_id, place);
      CREATE INDEX appraisal_goal_subject ON appraisal_goal (subject_id, due_on);
      CREATE INDEX appraisal_goal_set_by ON appraisal_goal (set_by, due_on);

      -- What came of a goal; looked at again, the first one stays.
      CREATE TABLE appraisal_goal_look (
        goal_id uuid NOT NULL REFERENCES appraisal_goal,
        n integer NOT NULL CHECK (n > 0),
        at timestamptz NOT NULL DEFAULT now(),
        by_staff_id uuid REFERENCES staff,
        outcome text NOT NULL CHECK (outcome IN ('reached', 'partly', 'not-reached', 'dropped')),
        note text NOT NULL DEFAULT '',
        PRIMARY KEY (goal_id, n)
      );

      -- The signed ones in the order of their signatures; each hash is over the appraisal and the hash before.
      CREATE TABLE appraisal_seal (
        n bigint PRIMARY KEY CHECK (n > 0),
        -- No reference: what is gone is still named.
        appraisal_id uuid NOT NULL UNIQUE,
        before_sha256 bytea NOT NULL,
        sha256 bytea NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      );
      -- How many there are and the last hash, kept apart: what is taken off the end is missed.
      CREATE TABLE appraisal_chain (
        only_one boolean NOT NULL DEFAULT true UNIQUE CHECK (only_one),
        n bigint NOT NULL DEFAULT 0,
        sha256 bytea NOT NULL DEFAULT '\\x'
      );
      INSERT INTO appraisal_chain DEFAULT VALUES;

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON appraisal_seal FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON appraisal_figure FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON appraisal_step FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON appraisal_goal FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON appraisal_goal_look FOR EACH ROW EXECUTE FUNCTION refuse_change();

      CREATE FUNCTION keep_signed_appraisal() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        appraisal uuid := CASE WHEN TG_TABLE_NAME = 'appraisal' THEN to_jsonb(OLD) ->> 'id' ELSE to_jsonb(NEW) ->> 'appraisal_id' END;
      BEGIN
        IF EXISTS (SELECT FROM appraisal_seal WHERE appraisal_id = appraisal) THEN
          RAISE EXCEPTION 'A signed appraisal is not changed' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER keep_signed BEFORE UPDATE OR DELETE ON appraisal FOR EACH ROW EXECUTE FUNCTION keep_signed_appraisal();
      CREATE TRIGGER keep_signed BEFORE INSERT ON appraisal_figure FOR EACH ROW EXECUTE FUNCTION keep_signed_appraisal();
      CREATE TRIGGER keep_signed BEFORE INSERT ON appraisal_step FOR EACH ROW EXECUTE FUNCTION keep_signed_appraisal();
      CREATE TRIGGER keep_signed BEFORE INSERT ON appraisal_goal FOR EACH ROW EXECUTE FUNCTION keep_signed_appraisal();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
