import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Imports that are checked as a whole before anything of them is seen: the file, the rows that are sound, the rows that
 * are not, and what each batch has made, so that it can be taken out again to the last piece.
 */
export class Importing0019 implements MigrationInterface {
  name = 'Importing0019_1790000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Presets of one's own; those that come with the program are files.
      DROP TABLE import_preset;
      CREATE TABLE import_preset (
        name text PRIMARY KEY CHECK (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        definition jsonb NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now(),
        changed_by uuid REFERENCES sign_in,
        revision integer NOT NULL DEFAULT 1
      );

      -- receiving -> received -> checking -> checked -> importing -> done -> undoing -> undone; cancelled before anything was written;
      -- failed: the file cannot be read as the preset says, and nothing of it was written.
      DROP INDEX import_batch_file_once, import_batch_unfinished;
      ALTER TABLE import_batch DROP CONSTRAINT import_batch_state_check;
      UPDATE import_batch SET state = 'undoing' WHERE state = 'running';
      ALTER TABLE import_batch
        ADD CONSTRAINT import_batch_state_check CHECK
          (state IN ('receiving', 'received', 'checking', 'checked', 'importing', 'done', 'undoing', 'undone', 'cancelled', 'failed')),
        ALTER COLUMN preset DROP NOT NULL,
        ALTER COLUMN definition DROP NOT NULL,
        ALTER COLUMN definition DROP DEFAULT,
        DROP COLUMN undo_began_at,
        ADD COLUMN upload uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
        ADD COLUMN bytes bigint NOT NULL DEFAULT 0,
        ADD COLUMN header jsonb,
        -- Rows of the file that are in already, from this source; rows staged; rows written; contacts deleted by the undo.
        ADD COLUMN rows_there integer NOT NULL DEFAULT 0,
        ADD COLUMN rows_staged integer NOT NULL DEFAULT 0,
        ADD COLUMN rows_undone integer NOT NULL DEFAULT 0,
        -- Line ends in the file: about how many rows it has.
        ADD COLUMN lines integer NOT NULL DEFAULT 0,
        -- What it will make of the organisation, and what it has made: counts and some names, by kind.
        ADD COLUMN makes jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN failure jsonb,
        ADD COLUMN stop_asked_at timestamptz,
        -- The first and the last day of its contacts.
        ADD COLUMN period jsonb,
        ADD CONSTRAINT import_batch_by FOREIGN KEY (created_by) REFERENCES sign_in;
      CREATE INDEX import_batch_at_work ON import_batch (created_at) WHERE state IN ('checking', 'importing', 'undoing');
      CREATE INDEX import_batch_waiting ON import_batch (created_at)
        WHERE state IN ('receiving', 'received', 'checked', 'failed', 'cancelled');
      CREATE INDEX import_batch_history ON import_batch (created_at DESC, id DESC);

      CREATE TABLE import_file (
        batch_id uuid NOT NULL REFERENCES import_batch,
        -- Several may come in at once for one batch; the first that is whole is the file.
        upload uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
        n integer NOT NULL,
        piece bytea NOT NULL,
        PRIMARY KEY (batch_id, upload, n)
      );
      ALTER TABLE import_file ALTER COLUMN piece SET STORAGE EXTERNAL;

      -- Sound rows, until they are written. external_id: what tells the row from all others of its source.
      CREATE TABLE import_stage (
        batch_id uuid NOT NULL REFERENCES import_batch,
        line integer NOT NULL,
        external_id text,
        sha256 bytea NOT NULL,
        cells json NOT NULL,
        PRIMARY KEY (batch_id, line)
      );
      CREATE UNIQUE INDEX import_stage_once ON import_stage (batch_id, external_id) WHERE external_id IS NOT NULL;

      -- Refused rows keep their cells, so that they can be mended and sent again.
      ALTER TABLE import_row ADD COLUMN cells json;

      -- What an import made.
      ALTER TABLE department ADD COLUMN batch_id uuid;
      ALTER TABLE team ADD COLUMN batch_id uuid;
      ALTER TABLE membership ADD COLUMN batch_id uuid;
      ALTER TABLE leadership ADD COLUMN batch_id uuid;
      ALTER TABLE reason ADD COLUMN batch_id uuid;
      ALTER TABLE account_class ADD COLUMN batch_id uuid REFERENCES import_batch;
      ALTER TABLE account_care ADD COLUMN batch_id uuid REFERENCES import_batch;
      ALTER TABLE account ADD CONSTRAINT account_batch FOREIGN KEY (batch_id) REFERENCES import_batch;
      ALTER TABLE person ADD CONSTRAINT person_batch FOREIGN KEY (batch_id) REFERENCES import_batch;
      CREATE INDEX staff_of_batch ON staff (batch_id) WHERE batch_id IS NOT NULL;
      CREATE INDEX account_of_batch ON account (batch_id) WHERE batch_id IS NOT NULL;
      CREATE INDEX person_of_batch ON person (batch_id) WHERE batch_id IS NOT NULL;
      CREATE INDEX account_class_of_batch ON account_class (batch_id) WHERE batch_id IS NOT NULL;
      CREATE INDEX account_care_of_batch ON account_care (batch_id) WHERE batch_id IS NOT NULL;

      -- What a source says of a customer and no column holds: churn, contract, segment.
      ALTER TABLE account ADD COLUMN attributes jsonb NOT NULL DEFAULT '{}';
      CREATE INDEX account_name_lower ON account (lower(name));
      CREATE INDEX account_name_zh_lower ON account (lower(name_zh)) WHERE name_zh IS NOT NULL;
      CREATE INDEX account_number_lower ON account (lower(number));
      CREATE INDEX staff_name_lower ON staff (lower(name));
      CREATE INDEX staff_number_lower ON staff (lower(external_id));

      CREATE TABLE revenue_month (
        account_id uuid NOT NULL REFERENCES account,
        month date NOT NULL CHECK (extract(day FROM month) = 1),
        amount numeric(18, 2) NOT NULL,
        batch_id uuid REFERENCES import_batch,
        PRIMARY KEY (account_id, month)
      );
      CREATE INDEX revenue_month_of_batch ON revenue_month (batch_id) WHERE batch_id IS NOT NULL;

      -- Deleting staff, a reason or a customer asks who refers to it; without these each would read a whole table.
      CREATE INDEX contact_supervisor ON contact (supervisor_id) WHERE supervisor_id IS NOT NULL;
      CREATE INDEX contact_rep_in_care ON contact (rep_in_care_id) WHERE rep_in_care_id IS NOT NULL;
      CREATE INDEX contact_reason ON contact (reason_id) WHERE reason_id IS NOT NULL;
      CREATE INDEX answer_supervisor ON answer (supervisor_id) WHERE supervisor_id IS NOT NULL;
      CREATE INDEX answer_rep_in_care ON answer (rep_in_care_id) WHERE rep_in_care_id IS NOT NULL;
      CREATE INDEX answer_reason ON answer (reason_id) WHERE reason_id IS NOT NULL;
      CREATE INDEX account_merged_into ON account (merged_into) WHERE merged_into IS NOT NULL;
      CREATE INDEX person_merged_into ON person (merged_into) WHERE merged_into IS NOT NULL;
      CREATE INDEX person_reports_to ON person (reports_to) WHERE reports_to IS NOT NULL;
      CREATE INDEX answer_of_customer ON answer (batch_id) WHERE batch_id IS NOT NULL AND contact_id IS NULL;

      -- An answer is told from all others of its source, as a contact is.
      ALTER TABLE answer ADD COLUMN source text, ADD COLUMN external_id text,
        ADD CONSTRAINT answer_whole_source CHECK ((source IS NULL) = (external_id IS NULL));
      CREATE UNIQUE INDEX answer_external ON answer (source, external_id) WHERE external_id IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
