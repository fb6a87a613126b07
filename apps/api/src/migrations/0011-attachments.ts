import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files with a complaint, and the customer's own form with what a complainant told of themselves. */
export class Attachments0011 implements MigrationInterface {
  name = 'Attachments0011_1790000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- The content never changes; one that is taken back stays.
      CREATE TABLE attachment (
        id uuid PRIMARY KEY,
        complaint_id uuid NOT NULL REFERENCES complaint,
        name text NOT NULL CHECK (name <> ''),
        media_type text NOT NULL,
        size_bytes integer NOT NULL CHECK (size_bytes BETWEEN 1 AND 10485760),
        sha256 bytea NOT NULL,
        content bytea NOT NULL CHECK (octet_length(content) = size_bytes),
        is_internal boolean NOT NULL DEFAULT false,
        added_by uuid REFERENCES sign_in,
        added_at timestamptz NOT NULL DEFAULT now(),
        voided_at timestamptz,
        voided_by uuid REFERENCES sign_in,
        void_reason text,
        CHECK ((voided_at IS NULL) = (void_reason IS NULL) AND (voided_at IS NULL) = (voided_by IS NULL))
      );
      -- Not compressed, so that a piece of it is read without the rest; most kinds are compressed in themselves.
      ALTER TABLE attachment ALTER COLUMN content SET STORAGE EXTERNAL;
      CREATE INDEX attachment_complaint ON attachment (complaint_id, added_at);

      CREATE FUNCTION attachment_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'the content of an attachment is never changed'; END $$;
      CREATE TRIGGER kept BEFORE UPDATE OF id, complaint_id, name, media_type, size_bytes, sha256, content ON attachment
        FOR EACH STATEMENT EXECUTE FUNCTION attachment_is_kept();

      -- The customer's own form: closed until somebody opens it.
      CREATE TABLE complaint_form (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        is_open boolean NOT NULL DEFAULT false,
        handling_department_id uuid REFERENCES department,
        intro_en text NOT NULL DEFAULT '',
        intro_zh text NOT NULL DEFAULT '',
        revision integer NOT NULL DEFAULT 1,
        CHECK (NOT is_open OR handling_department_id IS NOT NULL)
      );
      INSERT INTO complaint_form DEFAULT VALUES;

      -- What came in by the form. Sent twice with the same token it is one complaint.
      CREATE TABLE complainant (
        complaint_id uuid PRIMARY KEY REFERENCES complaint,
        token_sha256 bytea NOT NULL UNIQUE,
        name text NOT NULL,
        company text NOT NULL DEFAULT '',
        customer_number text NOT NULL DEFAULT '',
        email text NOT NULL DEFAULT '',
        phone text NOT NULL DEFAULT '',
        happened_on date,
        locale text NOT NULL CHECK (locale IN ('en', 'zh')),
        CHECK (email <> '' OR phone <> '')
      );

      -- Who may have written: looked for by what they told.
      CREATE INDEX person_email ON person (lower(email)) WHERE email IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
