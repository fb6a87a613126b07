import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far a new company is: what it passed over, what it typed, whether its first steps are still shown. */
export class SetUp0021 implements MigrationInterface {
  name = 'SetUp0021_1790000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE TABLE set_up (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        passed text[] NOT NULL DEFAULT '{}',
        drafts jsonb NOT NULL DEFAULT '{}',
        hidden_at timestamptz,
        board_seen_at timestamptz
      );
      INSERT INTO set_up DEFAULT VALUES;
      -- A company that is at work already needs no first steps. A demo knows that it is one since its first table.
      UPDATE set_up SET hidden_at = now() WHERE EXISTS (SELECT FROM organisation WHERE NOT is_demo);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
