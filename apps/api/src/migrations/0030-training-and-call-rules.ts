import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was expected at a training and who came; why an account is called at its own rhythm; since when a caller makes more or fewer calls. */
export class TrainingAndCallRules0030 implements MigrationInterface {
  name = 'TrainingAndCallRules0030_1790000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Null: expected, and nobody has noted yet whether they came. Until now only those who came were written down.
      ALTER TABLE training_attendance ADD is_present boolean;
      UPDATE training_attendance SET is_present = true;
      ALTER TABLE training_attendance
        ADD CONSTRAINT training_attendance_said CHECK (is_present IS TRUE OR (score IS NULL AND feedback = ''));

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
