import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What figures of complaints are found by. */
export class ComplaintFigures0015 implements MigrationInterface {
  name = 'ComplaintFigures0015_1790000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE INDEX complaint_step_deciding ON complaint_step (at)
        WHERE step IN ('decided', 'closed') AND skipped_reason IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
