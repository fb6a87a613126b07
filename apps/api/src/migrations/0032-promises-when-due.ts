import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An overdue promise that goes to somebody else stays in the figure of whoever had it when it was due. */
export class PromisesWhenDue0032 implements MigrationInterface {
  name = 'PromisesWhenDue0032_1790000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Who had it when it was due, and where they were: written when it goes on to somebody else after that.
      ALTER TABLE promise ADD COLUMN due_owner_id uuid REFERENCES staff, ADD COLUMN due_team_id uuid REFERENCES team,
        ADD COLUMN due_department_id uuid REFERENCES department,
        ADD CONSTRAINT promise_due_place CHECK (
          due_owner_id IS NOT NULL OR num_nonnulls(due_team_id, due_department_id) = 0);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
