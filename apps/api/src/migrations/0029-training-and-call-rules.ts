import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was expected at a training and who came; why an account is called at its own rhythm; since when a caller makes more or fewer calls. */
export class TrainingAndCallRules0029 implements MigrationInterface {
  name = 'TrainingAndCallRules0029_1790000000029';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Null: expected, and nobody has noted yet whether they came. Until now only those who came were written down.
      ALTER TABLE training_attendance ADD is_present boolean;
      UPDATE training_attendance SET is_present = true;
      ALTER TABLE training_attendance
        ADD CONSTRAINT training_attendance_said CHECK (is_present IS TRUE OR (score IS NULL AND feedback = ''));

      -- Somebody came, as far as anybody wrote down who was to come.
      CREATE FUNCTION was_taught(session uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT count(*) = 0 OR coalesce(bool_or(is_present), false) FROM training_attendance WHERE session_id = session
      $$;

      -- Of one account; of classes and tiers the audit tells.
      ALTER TABLE cadence ADD why text NOT NULL DEFAULT '';
      ALTER TABLE caller_capacity
        ADD set_by uuid REFERENCES sign_in, ADD set_at timestamptz NOT NULL DEFAULT now();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
