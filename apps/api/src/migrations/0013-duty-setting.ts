import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When overdue duties go up is changed by administrators, of whom the later must have seen what the earlier set. */
export class DutySetting0013 implements MigrationInterface {
  name = 'DutySetting0013_1790000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE duty_setting ADD COLUMN revision integer NOT NULL DEFAULT 1');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
