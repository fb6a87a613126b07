import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What takes an act back stands with the act, so that nobody takes back another one. */
export class RightToUndo0031 implements MigrationInterface {
  name = 'RightToUndo0031_1790000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- The rows that the act made and ended, for whoever did it to take it back; null: it cannot be.
      ALTER TABLE audit_entry ADD COLUMN undo jsonb;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
