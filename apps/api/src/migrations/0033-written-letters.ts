import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A letter that somebody has written says whom to answer, and is not said to be a program's. */
export class WrittenLetters0033 implements MigrationInterface {
  name = 'WrittenLetters0033_1790000000033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      ALTER TABLE mail ADD COLUMN is_written boolean NOT NULL DEFAULT false,
        -- Of whoever wrote it; null: nobody's.
        ADD COLUMN reply_to text;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
