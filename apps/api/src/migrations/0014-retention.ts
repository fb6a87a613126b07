import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is cleared away each night is found by an index, and what is left of a letter says of what kind it was. */
export class Retention0014 implements MigrationInterface {
  name = 'Retention0014_1790000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- kind: of the notification; empty in letters from before it was kept.
      ALTER TABLE mail ADD COLUMN kind text NOT NULL DEFAULT '', ADD COLUMN text_cleared_at timestamptz;
      CREATE INDEX mail_with_text ON mail (coalesce(ended_at, created_at)) WHERE text_cleared_at IS NULL AND state <> 'queued';
      CREATE INDEX notification_read ON notification (read_at) WHERE read_at IS NOT NULL;
      CREATE INDEX phone_call_created ON phone_call (created_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
