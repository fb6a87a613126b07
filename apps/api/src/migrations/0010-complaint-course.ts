import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a complaint's way needs besides its steps: what each step said, hand-overs, notes, causes and what was done. */
export class ComplaintCourse0010 implements MigrationInterface {
  name = 'ComplaintCourse0010_1790000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      ALTER TABLE complaint_step
        DROP CONSTRAINT complaint_step_step_check,
        ADD CONSTRAINT complaint_step_step_check CHECK (step IN ('received', 'acknowledged', 'assessed', 'investigated',
          'answered', 'decided', 'closed', 'reopened', 'analysed')),
        -- A row with a reason stands for a step that was passed over. Rows of imports before this keep what they have.
        ADD CONSTRAINT complaint_step_skipped CHECK (skipped_reason IS NULL OR step IN ('acknowledged', 'assessed',
          'investigated', 'answered', 'decided')) NOT VALID,
        -- What this step said, for a complaint that is reopened may be assessed, decided and closed otherwise.
        ADD COLUMN told jsonb NOT NULL DEFAULT '{}';
      CREATE UNIQUE INDEX complaint_step_once ON complaint_step (complaint_id, step)
        WHERE step IN ('received', 'acknowledged');

      ALTER TABLE complaint
        ADD CONSTRAINT complaint_impact_check CHECK (impact IN ('one-customer', 'several-customers', 'many-customers')),
        ADD COLUMN need_for_action text CHECK (need_for_action IN ('at-once', 'planned', 'none')),
        ADD COLUMN further_options text NOT NULL DEFAULT '';

      -- Merged ones stay where they are: they lead to one that is not merged itself. Writers hold both rows.
      CREATE FUNCTION complaint_merges_once() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT FROM complaint k WHERE k.id = NEW.merged_into AND (k.merged_into IS NOT NULL OR k.voided_at IS NOT NULL))
            OR EXISTS (SELECT FROM complaint k WHERE k.merged_into = NEW.id) THEN
            RAISE EXCEPTION 'a complaint is merged into one that stands by itself';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER merges_once BEFORE UPDATE OF merged_into ON complaint FOR EACH ROW
        WHEN (NEW.merged_into IS NOT NULL AND NEW.merged_into IS DISTINCT FROM OLD.merged_into)
        EXECUTE FUNCTION complaint_merges_once();

      -- From one department to another. Until it is answered the one that handed it over sees the complaint still.
      CREATE TABLE handover (
        id uuid PRIMARY KEY,
        complaint_id uuid NOT NULL REFERENCES complaint,
        from_department_id uuid NOT NULL REFERENCES department,
        to_department_id uuid NOT NULL REFERENCES department,
        owner_before_id uuid REFERENCES staff,
        reason text NOT NULL CHECK (reason <> ''),
        at timestamptz NOT NULL DEFAULT now(),
        by_sign_in_id uuid REFERENCES sign_in,
        answer text CHECK (answer IN ('accepted', 'returned', 'withdrawn')),
        answer_reason text NOT NULL DEFAULT '',
        answered_at timestamptz,
        answered_by_sign_in_id uuid REFERENCES sign_in,
        CHECK (from_department_id <> to_department_id),
        CHECK ((answer IS NULL) = (answered_at IS NULL)),
        CHECK (answer IS DISTINCT FROM 'returned' OR answer_reason <> '')
      );
      CREATE INDEX handover_complaint ON handover (complaint_id, at);
      CREATE UNIQUE INDEX handover_pending ON handover (complaint_id) WHERE answer IS NULL;
      CREATE INDEX handover_pending_from ON handover (from_department_id) WHERE answer IS NULL;
      CREATE INDEX handover_pending_owner ON handover (owner_before_id) WHERE answer IS NULL;

      -- What we note among us, and what the customer was told.
      CREATE TABLE complaint_note (
        id uuid PRIMARY KEY,
        complaint_id uuid NOT NULL REFERENCES complaint,
        kind text NOT NULL CHECK (kind IN ('internal', 'to-customer')),
        channel text CHECK (channel IN ('phone', 'email', 'chat', 'message', 'visit', 'letter', 'form')),
        text text NOT NULL CHECK (text <> ''),
        at timestamptz NOT NULL,
        by_sign_in_id uuid REFERENCES sign_in,
        step_id uuid REFERENCES complaint_step,
        corrects uuid REFERENCES complaint_note,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CHECK ((kind = 'to-customer') = (channel IS NOT NULL)),
        CHECK (corrects <> id)
      );
      CREATE INDEX complaint_note_complaint ON complaint_note (complaint_id, at);
      CREATE INDEX complaint_note_step ON complaint_note (step_id) WHERE step_id IS NOT NULL;
      CREATE UNIQUE INDEX complaint_note_corrects ON complaint_note (corrects) WHERE corrects IS NOT NULL;
      CREATE FUNCTION notes_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'a note is never changed; a new one corrects it'; END $$;
      CREATE TRIGGER kept BEFORE UPDATE ON complaint_note FOR EACH STATEMENT EXECUTE FUNCTION notes_are_kept();

      -- The analysis after closing: why it came to this, what is done about it, and whether that helped.
      CREATE TABLE cause (
        id uuid PRIMARY KEY,
        complaint_id uuid NOT NULL REFERENCES complaint,
        step_id uuid NOT NULL REFERENCES complaint_step,
        kind text NOT NULL CHECK (kind IN ('process', 'product', 'information', 'conduct', 'outside')),
        text text NOT NULL CHECK (text <> '')
      );
      CREATE INDEX cause_complaint ON cause (complaint_id);
      CREATE INDEX cause_step ON cause (step_id);
      CREATE TABLE corrective_action (
        id uuid PRIMARY KEY,
        cause_id uuid NOT NULL REFERENCES cause,
        action text NOT NULL CHECK (action <> ''),
        effect text NOT NULL DEFAULT '',
        effect_at timestamptz,
        effect_by_sign_in_id uuid REFERENCES sign_in,
        CHECK ((effect = '') = (effect_at IS NULL))
      );
      CREATE INDEX corrective_action_cause ON corrective_action (cause_id);

      -- Who looks at a complaint learns that it changed. Each act on it raises its revision; notes do not.
      CREATE FUNCTION tell_complaint() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_notify('forecall_complaint', NEW.id::text); RETURN NULL; END $$;
      CREATE TRIGGER told_changed AFTER UPDATE OF revision ON complaint FOR EACH ROW
        WHEN (OLD.revision <> NEW.revision) EXECUTE FUNCTION tell_complaint();
      CREATE FUNCTION tell_noted_complaint() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_notify('forecall_complaint', NEW.complaint_id::text); RETURN NULL; END $$;
      CREATE TRIGGER told_noted AFTER INSERT ON complaint_note FOR EACH ROW EXECUTE FUNCTION tell_noted_complaint();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
