import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts (customer organisations), the people in them, their care class and the staff who care for them, dated. */
export class Customers0003 implements MigrationInterface {
  name = 'Customers0003_1790000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- What a search for a name may begin with: each word; of words in other scripts also every ending, because nothing
      -- parts them (海港银行: 海港银行, 港银行, 银行, 行); of the pinyin (syllables parted by spaces) and its initials too.
      CREATE FUNCTION search_terms(name text, pinyin text, pinyin_initials text) RETURNS tsvector
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT coalesce(array_to_tsvector(array_agg(DISTINCT left(term, 100))), '') FROM (
          SELECT CASE WHEN word ~ '[^\\x01-\\x7f]' THEN substr(word, n) ELSE word END AS term
          FROM regexp_split_to_table(lower(name), '[\\s.,;:()/&''"·-]+') AS word, generate_series(1, greatest(1, length(word))) AS n
          WHERE n = 1 OR word ~ '[^\\x01-\\x7f]'
          UNION ALL
          SELECT array_to_string(syllables[n:], '')
          FROM string_to_array(lower(pinyin), ' ') AS syllables, generate_series(1, cardinality(syllables)) AS n
          UNION ALL
          SELECT substr(lower(pinyin_initials), n) FROM generate_series(1, length(pinyin_initials)) AS n
        ) terms WHERE term <> ''
      $$;

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
        revision integer NOT NULL DEFAULT 1,
        search tsvector NOT NULL GENERATED ALWAYS AS
          (search_terms(name || ' ' || coalesce(name_zh, '') || ' ' || number, pinyin, pinyin_initials)) STORED
      );
      CREATE SEQUENCE account_number;
      CREATE INDEX account_search ON account USING gin (search) WITH (fastupdate = off);
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
      CREATE INDEX account_class_account ON account_class (account_id, "from");

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
      CREATE INDEX account_care_account ON account_care (account_id, "from");
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
        revision integer NOT NULL DEFAULT 1,
        search tsvector NOT NULL GENERATED ALWAYS AS
          (search_terms(name || ' ' || coalesce(name_zh, ''), pinyin, pinyin_initials)) STORED
      );
      CREATE INDEX person_account ON person (account_id, name COLLATE name_order);
      CREATE INDEX person_search ON person USING gin (search) WITH (fastupdate = off);

      CREATE TABLE person_phone (
        person_id uuid NOT NULL REFERENCES person,
        e164 text NOT NULL CHECK (e164 ~ '^\\+[1-9][0-9]{4,14}$'),
        PRIMARY KEY (person_id, e164)
      );
      -- By its beginning, and by its end: people leave out the country.
      CREATE INDEX person_phone_number ON person_phone (e164 text_pattern_ops);
      CREATE INDEX person_phone_end ON person_phone (reverse(e164) text_pattern_ops);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
