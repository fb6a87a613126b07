import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is asked for often of many key accounts is found by an index, or kept from the night. */
export class CareReadSooner0025 implements MigrationInterface {
  name = 'CareReadSooner0025_1790000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- What the bands of a day were worth, reckoned each night: [{band, accounts, complained}].
      ALTER TABLE health_day ADD COLUMN worth jsonb;

      -- What a merge did with dated rows has parts now; those of before were ended only.
      UPDATE customer_merge SET moved = moved || jsonb_strip_nulls(jsonb_build_object(
          'classes', CASE WHEN jsonb_typeof(moved -> 'classes') = 'array'
            THEN jsonb_build_object('whole', '[]'::jsonb, 'ended', moved -> 'classes', 'taken', '[]'::jsonb) END,
          'care', CASE WHEN jsonb_typeof(moved -> 'care') = 'array'
            THEN jsonb_build_object('whole', '[]'::jsonb, 'ended', moved -> 'care', 'taken', '[]'::jsonb) END));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
