import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What imports brought along is listed by looking at the newest rows that have any, however many have none. */
export class AttributeNames0022 implements MigrationInterface {
  name = 'AttributeNames0022_1790000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE INDEX contact_with_attributes ON contact (ended_at) WHERE attributes <> '{}';
      CREATE INDEX account_with_attributes ON account (id) WHERE attributes <> '{}';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
