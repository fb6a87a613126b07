import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts (customer organisations), the people in them, their care class and the staff who care for them, dated. */
export class Customers0003 implements MigrationInterface {
  name = 'Customers0003_1790000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE TABLE account (
        id uuid PRIMARY KEY,
        number text NOT NULL UNIQUE,
        name text NOT NULL CHECK (name <> ''),
        name_zh text,
        pinyin text NOT NULL DEFAULT '',
        pinyin_initials text NOT NULL DEFAULT '',
        industry text NOT NULL DEFAULT '',
        zone text,
        merged_into uuid REFERENCES account,
        created_at timestamptz NOT NULL DEFAULT now(),
        batch_id uuid,
        revision integer NOT NULL DEFAULT 1
      );
      CREATE INDEX account_name_search ON account USING gin
        ((lower(name || ' ' || coalesce(name_zh, '') || ' ' || pinyin || ' ' || pinyin_initials || ' ' || number)) gin_trgm_ops);
      CREATE INDEX account_name_order ON account (name COLLATE name_order, id);

      -- The care class makes an account a key account.
      CREATE TABLE account_class (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        class text NOT NULL CHECK (class IN ('loyal', 'fast-growing', 'dormant', 'worth-cultivating')),
        "from" timestamptz NOT NULL,
        "to" timestamptz,
        why text NOT NULL DEFAULT '',
        set_by uuid REFERENCES sign_in,
        CHECK ("to" IS NULL OR "from" < "to"),
        EXCLUDE USING gist (account_id WITH =, tstzrange("from", "to") WITH &&)
      );

      CREATE TABLE account_care (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        staff_id uuid NOT NULL REFERENCES staff,
        part text NOT NULL CHECK (part IN ('rep', 'support')),
        "from" timestamptz NOT NULL,
        "to" timestamptz,
        CHECK ("to" IS NULL OR "from" < "to"),
        EXCLUDE USING gist (account_id WITH =, tstzrange("from", "to") WITH &&) WHERE (part = 'rep'),
        EXCLUDE USING gist (account_id WITH =, staff_id WITH =, part WITH =, tstzrange("from", "to") WITH &&)
      );
      CREATE INDEX account_care_staff ON account_care (staff_id, "from");

      CREATE TABLE person (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        name text NOT NULL CHECK (name <> ''),
        name_zh text,
        pinyin text NOT NULL DEFAULT '',
        pinyin_initials text NOT NULL DEFAULT '',
        position text NOT NULL DEFAULT '',
        email text,
        language text CHECK (language IN ('en', 'zh')),
        reports_to uuid REFERENCES person,
        influence text CHECK (influence IN ('decides', 'influences', 'uses', 'blocks')),
        left_on date,
        created_at timestamptz NOT NULL DEFAULT now(),
        batch_id uuid,
        revision integer NOT NULL DEFAULT 1
      );
      CREATE INDEX person_account ON person (account_id, name COLLATE name_order);
      CREATE INDEX person_name_search ON person USING gin
        ((lower(name || ' ' || coalesce(name_zh, '') || ' ' || pinyin || ' ' || pinyin_initials)) gin_trgm_ops);

      CREATE TABLE person_phone (
        person_id uuid NOT NULL REFERENCES person,
        e164 text NOT NULL CHECK (e164 ~ '^\\+[1-9][0-9]{4,14}$'),
        PRIMARY KEY (person_id, e164)
      );
      CREATE INDEX person_phone_number ON person_phone (e164);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
