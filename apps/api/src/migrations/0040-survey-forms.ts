import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What customers are asked: forms, drafts that are worked on, and versions that stay as they were published. */
export class SurveyForms0040 implements MigrationInterface {
  name = 'SurveyForms0040_1790000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE TABLE survey_form (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('csat', 'nps', 'ces', 'several')),
        name_en text NOT NULL CHECK (name_en <> ''),
        name_zh text NOT NULL CHECK (name_zh <> ''),
        archived_at timestamptz,
        revision integer NOT NULL DEFAULT 1,
        created_by uuid REFERENCES sign_in,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX survey_form_list ON survey_form (created_at DESC, id DESC);

      -- The questions of a form; at most one is a draft. What was published stays as it is, for the answers given by it.
      CREATE TABLE form_version (
        id uuid PRIMARY KEY,
        form_id uuid NOT NULL REFERENCES survey_form ON DELETE CASCADE,
        n integer NOT NULL CHECK (n > 0),
        content jsonb NOT NULL,
        saved_at timestamptz NOT NULL DEFAULT now(),
        saved_by uuid REFERENCES sign_in,
        published_at timestamptz,
        published_by uuid REFERENCES sign_in,
        revision integer NOT NULL DEFAULT 1,
        CONSTRAINT form_version_once UNIQUE (form_id, n)
      );
      CREATE UNIQUE INDEX form_version_draft ON form_version (form_id) WHERE published_at IS NULL;
      CREATE FUNCTION keep_published_form() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'A published version of a survey form is not changed' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER keep_published BEFORE UPDATE OR DELETE ON form_version FOR EACH ROW
        WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION keep_published_form();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
