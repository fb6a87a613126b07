import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which clocks stand is asked wherever clocks are read. */
export class ClockPauses0016 implements MigrationInterface {
  name = 'ClockPauses0016_1790000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE UNIQUE INDEX clock_pause_open ON clock_pause (clock_id) WHERE "to" IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
