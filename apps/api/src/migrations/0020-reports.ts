import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports that people keep, share and have mailed to them, and letters with a file. */
export class Reports0020 implements MigrationInterface {
  name = 'Reports0020_1790000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- definition: what it asks of the figure route; its figures are those of whoever opens it.
      CREATE TABLE report (
        id uuid PRIMARY KEY,
        owner_id uuid NOT NULL REFERENCES sign_in,
        name text NOT NULL CHECK (name <> ''),
        definition jsonb NOT NULL,
        is_shared boolean NOT NULL DEFAULT false,
        revision integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        changed_at timestamptz NOT NULL DEFAULT now(),
        deleted_at timestamptz
      );
      CREATE UNIQUE INDEX report_name ON report (owner_id, lower(name)) WHERE deleted_at IS NULL;
      CREATE INDEX report_owner ON report (owner_id, changed_at DESC, id DESC) WHERE deleted_at IS NULL;
      CREATE INDEX report_shared ON report (changed_at DESC, id DESC) WHERE deleted_at IS NULL AND is_shared;

      -- minute: after local midnight of the organisation. Neither weekday nor day of the month: every day.
      CREATE TABLE report_mailing (
        report_id uuid PRIMARY KEY REFERENCES report ON DELETE CASCADE,
        weekday smallint CHECK (weekday BETWEEN 1 AND 7),
        day_of_month smallint CHECK (day_of_month BETWEEN 1 AND 31),
        minute smallint NOT NULL CHECK (minute BETWEEN 0 AND 1439),
        next_at timestamptz NOT NULL,
        last_at timestamptz,
        CONSTRAINT report_mailing_one_day CHECK (num_nonnulls(weekday, day_of_month) < 2)
      );
      CREATE INDEX report_mailing_next ON report_mailing (next_at);

      -- told_lost_at: when the owner was told that this one may not have it any more.
      CREATE TABLE report_recipient (
        report_id uuid NOT NULL REFERENCES report_mailing ON DELETE CASCADE,
        staff_id uuid NOT NULL REFERENCES staff,
        locale text NOT NULL CHECK (locale IN ('en', 'zh')),
        told_lost_at timestamptz,
        PRIMARY KEY (report_id, staff_id)
      );

      ALTER TABLE mail ADD COLUMN attachment_name text, ADD COLUMN attachment text,
        ADD CONSTRAINT mail_whole_attachment CHECK (attachment IS NULL OR attachment_name IS NOT NULL);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
