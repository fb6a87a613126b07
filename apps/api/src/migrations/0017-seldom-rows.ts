import type { MigrationInterface, QueryRunner } from 'typeorm';

/** So that a list of what is seldom need not read through what is common. A plain contact is in none of these. */
export class SeldomRows0017 implements MigrationInterface {
  name = 'SeldomRows0017_1790000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE INDEX contact_outcome ON contact (outcome, ended_at) WHERE outcome <> 'handled';
      CREATE INDEX contact_purpose ON contact (purpose, ended_at) WHERE purpose <> 'service';
      CREATE INDEX contact_channel ON contact (channel, ended_at) WHERE channel IN ('visit', 'letter', 'form');
      CREATE INDEX contact_voided ON contact (ended_at) WHERE voided_at IS NOT NULL;
      CREATE INDEX duty_done ON duty (done_at DESC, id DESC) WHERE done_at IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
