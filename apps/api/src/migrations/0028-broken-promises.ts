import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A promise that cannot be kept is given up with a reason; lists of promises, by department and of what has ended. */
export class BrokenPromises0028 implements MigrationInterface {
  name = 'BrokenPromises0028_1790000000028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Past its time it is broken anyhow; this is when somebody said that it will not be kept any more.
      ALTER TABLE promise ADD COLUMN broken_at timestamptz, ADD COLUMN broken_why text NOT NULL DEFAULT '';
      ALTER TABLE promise DROP CONSTRAINT promise_check,
        ADD CONSTRAINT promise_ends_once CHECK (num_nonnulls(kept_at, voided_at, broken_at) < 2);
      ALTER TABLE promise_step DROP CONSTRAINT promise_step_act_check,
        ADD CONSTRAINT promise_step_act_check
          CHECK (act IN ('made', 'renegotiated', 'handed', 'kept', 'broken', 'reopened', 'void', 'told'));

      DROP INDEX promise_open_owner, promise_open_due;
      CREATE INDEX promise_open_owner ON promise (owner_id, due_at, id)
        WHERE kept_at IS NULL AND voided_at IS NULL AND broken_at IS NULL;
      CREATE INDEX promise_open_department ON promise (department_id, due_at, id)
        WHERE kept_at IS NULL AND voided_at IS NULL AND broken_at IS NULL;
      CREATE INDEX promise_open_due ON promise (due_at, id)
        WHERE kept_at IS NULL AND voided_at IS NULL AND broken_at IS NULL;
      CREATE INDEX promise_ended_due ON promise (due_at DESC, id DESC)
        WHERE kept_at IS NOT NULL OR voided_at IS NOT NULL OR broken_at IS NOT NULL;
      CREATE INDEX promise_ended_owner ON promise (owner_id, due_at DESC, id DESC)
        WHERE kept_at IS NOT NULL OR voided_at IS NOT NULL OR broken_at IS NOT NULL;

      -- What was given up stays so, though the contact in which it was made is taken back.
      CREATE OR REPLACE FUNCTION take_back_calls() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          DELETE FROM call_attempt WHERE contact_id = NEW.id;
          IF FOUND THEN
            UPDATE planned_call SET state = 'planned', ended_at = NULL, contact_id = NULL, revision = revision + 1
            WHERE contact_id = NEW.id AND state = 'reached';
            INSERT INTO plan_ask DEFAULT VALUES;
          END IF;
          UPDATE promise SET voided_at = NEW.voided_at, void_why = NEW.void_reason, revision = revision + 1
          WHERE contact_id = NEW.id AND kept_at IS NULL AND voided_at IS NULL AND broken_at IS NULL;
          IF FOUND THEN
            UPDATE duty SET done_at = NEW.voided_at, outcome = 'cancelled', revision = revision + 1
            WHERE source_entity = 'promise' AND done_at IS NULL
              AND source_id IN (SELECT id FROM promise WHERE contact_id = NEW.id);
          END IF;
          RETURN NULL;
        END $$;

      ALTER TABLE saved_view DROP CONSTRAINT saved_view_page_check,
        ADD CONSTRAINT saved_view_page_check CHECK (page IN ('accounts', 'complaints', 'contacts', 'promises'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
