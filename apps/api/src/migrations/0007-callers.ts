import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finding the caller: names fold case and accents, people are found by the words of their account too, customers that
 * were made twice are recognised and merged, and the telephone system tells of its calls.
 */
export class Callers0007 implements MigrationInterface {
  name = 'Callers0007_1790000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      ALTER TABLE account DROP COLUMN search;
      ALTER TABLE person DROP COLUMN search;
      DROP FUNCTION search_terms;

      -- As people type it: without accents, in small letters, full-width characters as their plain ones.
      -- (Bodies that are bound when they are made: an index or a restored backup runs them without our search path.)
      CREATE FUNCTION folded(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN regexp_replace(lower(normalize(name, NFKD) COLLATE "und-x-icu"), '[\\u0300-\\u036f]', '', 'g') COLLATE "default";

      -- What a search for a name may begin with: each word; of words in other scripts also every ending, because nothing
      -- parts them (海港银行: 海港银行, 港银行, 银行, 行); of the pinyin (syllables parted by spaces) and its initials too.
      CREATE FUNCTION search_terms(name text, pinyin text, pinyin_initials text) RETURNS tsvector
        LANGUAGE sql IMMUTABLE PARALLEL SAFE BEGIN ATOMIC
        SELECT coalesce(array_to_tsvector(array_agg(DISTINCT left(term, 100))), '') FROM (
          SELECT CASE WHEN word ~ '[^\\x01-\\x7f]' THEN substr(word, n) ELSE word END AS term
          FROM regexp_split_to_table(folded(name), '[\\s.,;:()/&''"·-]+') AS word, generate_series(1, greatest(1, length(word))) AS n
          WHERE n = 1 OR word ~ '[^\\x01-\\x7f]'
          UNION ALL
          SELECT array_to_string(syllables[n:], '')
          FROM string_to_array(lower(pinyin), ' ') AS syllables, generate_series(1, cardinality(syllables)) AS n
          UNION ALL
          SELECT substr(lower(pinyin_initials), n) FROM generate_series(1, length(pinyin_initials)) AS n
        ) terms WHERE term <> '';
      END;

      -- Two names with the same key are most likely the same: without accents, signs, spaces and the form of the company.
      CREATE FUNCTION name_key(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE BEGIN ATOMIC
        SELECT coalesce(nullif(key, ''), plain) FROM (
          SELECT plain, regexp_replace(
            regexp_replace(
              regexp_replace(plain, '\\y(co|company|corp|corporation|inc|incorporated|ltd|limited|llc|plc|gmbh|ag|sa|bv|group|the)\\y', '', 'g'),
              '股份有限公司|有限责任公司|有限公司|集团|公司', '', 'g'),
            '[\\x01-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7f\\s·（）()，。、’‘“”–—]+', '', 'g') AS key
          FROM (SELECT folded(name) AS plain) x
        ) y;
      END;

      ALTER TABLE account
        ADD COLUMN search tsvector NOT NULL GENERATED ALWAYS AS
          (search_terms(name || ' ' || coalesce(name_zh, '') || ' ' || number, pinyin, pinyin_initials)) STORED,
        ADD COLUMN name_key text NOT NULL GENERATED ALWAYS AS (name_key(name)) STORED,
        ADD COLUMN name_zh_key text GENERATED ALWAYS AS (name_key(name_zh)) STORED,
        ADD CONSTRAINT account_not_into_itself CHECK (merged_into <> id);
      CREATE INDEX account_search ON account USING gin (search) WITH (fastupdate = off);
      CREATE INDEX account_name_key ON account (name_key) WHERE merged_into IS NULL;
      CREATE INDEX account_name_zh_key ON account (name_zh_key) WHERE merged_into IS NULL AND name_zh_key IS NOT NULL;

      -- "Chen harbour": a person is found by own words and those of the account together.
      ALTER TABLE person
        ADD COLUMN search tsvector NOT NULL GENERATED ALWAYS AS
          (search_terms(name || ' ' || coalesce(name_zh, ''), pinyin, pinyin_initials)) STORED,
        ADD COLUMN account_search tsvector NOT NULL DEFAULT '',
        ADD COLUMN name_key text NOT NULL GENERATED ALWAYS AS (name_key(name)) STORED,
        ADD COLUMN merged_into uuid REFERENCES person,
        ADD CONSTRAINT person_not_into_itself CHECK (merged_into <> id);
      UPDATE person p SET account_search = a.search FROM account a WHERE a.id = p.account_id;
      CREATE INDEX person_search ON person USING gin (search) WITH (fastupdate = off);
      CREATE INDEX person_account_search ON person USING gin ((search || account_search)) WITH (fastupdate = off);

      CREATE FUNCTION person_follows_account() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          NEW.account_search := coalesce((SELECT a.search FROM account a WHERE a.id = NEW.account_id), '');
          RETURN NEW;
        END $$;
      CREATE TRIGGER follows_account BEFORE INSERT OR UPDATE OF account_id ON person
        FOR EACH ROW EXECUTE FUNCTION person_follows_account();
      CREATE FUNCTION people_follow_account() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE person SET account_search = NEW.search WHERE account_id = NEW.id;
          RETURN NULL;
        END $$;
      CREATE TRIGGER people_follow AFTER UPDATE OF name, name_zh, number, pinyin, pinyin_initials ON account
        FOR EACH ROW WHEN (OLD.search IS DISTINCT FROM NEW.search) EXECUTE FUNCTION people_follow_account();

      -- What a merge moved, so that it can be taken back.
      CREATE TABLE customer_merge (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('account', 'person')),
        kept_id uuid NOT NULL,
        gone_id uuid NOT NULL,
        why text NOT NULL,
        by_sign_in_id uuid NOT NULL REFERENCES sign_in,
        at timestamptz NOT NULL DEFAULT now(),
        moved jsonb NOT NULL,
        undone_at timestamptz,
        CHECK (kept_id <> gone_id)
      );
      CREATE INDEX customer_merge_gone ON customer_merge (gone_id);
      CREATE INDEX customer_merge_kept ON customer_merge (kept_id);

      -- Where a number without its country is from (ISO 3166); null: only numbers with a plus are understood.
      ALTER TABLE organisation ADD COLUMN country text CHECK (country ~ '^[A-Z]{2}$');

      -- The telephone's number of somebody, as the telephone system knows it.
      ALTER TABLE staff ADD COLUMN extension text UNIQUE CHECK (extension <> '');

      CREATE INDEX staff_name_folded ON staff (folded(name));

      -- A telephone system that tells of its calls, by an address with a secret.
      CREATE TABLE phone_line (
        id uuid PRIMARY KEY,
        name text NOT NULL CHECK (name <> ''),
        secret_sha256 bytea NOT NULL UNIQUE,
        department_id uuid NOT NULL REFERENCES department,
        created_by uuid REFERENCES sign_in,
        created_at timestamptz NOT NULL DEFAULT now(),
        heard_at timestamptz,
        revoked_at timestamptz
      );

      -- One call as the telephone system told of it. Each instant is that of the first event of its kind.
      CREATE TABLE phone_call (
        id uuid PRIMARY KEY,
        phone_line_id uuid NOT NULL REFERENCES phone_line,
        call_id text NOT NULL,
        direction text NOT NULL CHECK (direction IN ('in', 'out')),
        from_number text NOT NULL,
        to_number text NOT NULL,
        e164 text,
        queue text NOT NULL DEFAULT '',
        new_at timestamptz,
        answered_at timestamptz,
        hung_up_at timestamptz,
        cause text NOT NULL DEFAULT '',
        rung_staff_ids uuid[] NOT NULL DEFAULT '{}',
        staff_id uuid REFERENCES staff,
        contact_id uuid UNIQUE REFERENCES contact,
        dismissed_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (phone_line_id, call_id)
      );
      CREATE INDEX phone_line_created ON phone_line (created_at DESC);
      CREATE INDEX phone_call_unlogged ON phone_call (staff_id, created_at) WHERE contact_id IS NULL AND dismissed_at IS NULL;
      CREATE INDEX phone_call_ringing ON phone_call USING gin (rung_staff_ids)
        WHERE answered_at IS NULL AND hung_up_at IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
