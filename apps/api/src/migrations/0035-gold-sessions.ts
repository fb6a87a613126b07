import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Gold sessions: what was played in words beside the recording, whose marking is the reference, and how they are found. */
export class GoldSessions0035 implements MigrationInterface {
  name = 'GoldSessions0035_1790000000035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      ALTER TABLE gold_session ADD COLUMN played text NOT NULL DEFAULT '',
        ADD CHECK (recording <> '' OR played <> '');
      CREATE INDEX gold_session_version ON gold_session (rubric_version_id, created_at DESC, id DESC);
      ALTER TABLE gold_assessor ADD COLUMN is_reference boolean NOT NULL DEFAULT false;
      CREATE UNIQUE INDEX gold_assessor_reference ON gold_assessor (gold_id) WHERE is_reference;
      CREATE INDEX gold_assessor_staff ON gold_assessor (staff_id);
      CREATE INDEX marking_gold ON marking (gold_id) WHERE gold_id IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
