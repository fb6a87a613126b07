import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Few calls of a plan have no place, and every picture of it asks for them. */
export class CallsWithoutPlace0037 implements MigrationInterface {
  name = 'CallsWithoutPlace0037_1790000000037';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE INDEX planned_call_unplaced ON planned_call (due_on, id) WHERE state = 'planned' AND slot_at IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
