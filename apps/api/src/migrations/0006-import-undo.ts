import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an import needs to be resumed and to be undone. */
export class ImportUndo0006 implements MigrationInterface {
  name = 'ImportUndo0006_1790000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- The preset as it was, so that an interrupted batch goes on by the rules it began with; the rows left out, by reason.
      ALTER TABLE import_batch
        ADD COLUMN definition jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN left_out jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN undo_began_at timestamptz;
      CREATE INDEX import_batch_unfinished ON import_batch (created_at) WHERE state = 'running';

      -- A batch is taken out some thousand rows at a time, in the order of their ids.
      DROP INDEX contact_batch;
      CREATE INDEX contact_batch ON contact (batch_id, id) WHERE batch_id IS NOT NULL;

      -- Deleting a row asks who refers to it; without these each deleted row would read a whole table.
      CREATE INDEX contact_transferred_from ON contact (transferred_from) WHERE transferred_from IS NOT NULL;
      CREATE INDEX complaint_about_contact ON complaint (about_contact_id) WHERE about_contact_id IS NOT NULL;
      CREATE INDEX complaint_repeat_of ON complaint (repeat_of) WHERE repeat_of IS NOT NULL;
      CREATE INDEX complaint_merged_into ON complaint (merged_into) WHERE merged_into IS NOT NULL;
      CREATE INDEX answer_superseded_by ON answer (superseded_by) WHERE superseded_by IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
