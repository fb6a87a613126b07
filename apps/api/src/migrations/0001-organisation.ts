import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The organisation and its people. Everything that changes over time is dated by half-open ranges of instants
 * ("from", "to"; to null = still so); exclusion constraints forbid overlaps where only one can be.
 */
export class Organisation0001 implements MigrationInterface {
  name = 'Organisation0001_1790000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;

      -- Names sort as people of both languages expect, whatever the database's own collation is.
      CREATE COLLATION IF NOT EXISTS name_order (provider = icu, locale = 'zh-x-icu');

      CREATE TABLE organisation (
        id uuid PRIMARY KEY,
        only_one boolean NOT NULL DEFAULT true UNIQUE CHECK (only_one),
        name text NOT NULL CHECK (name <> ''),
        zone text NOT NULL,
        locale text NOT NULL DEFAULT 'en' CHECK (locale IN ('en', 'zh')),
        is_demo boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        revision integer NOT NULL DEFAULT 1
      );

      CREATE TABLE department (
        id uuid PRIMARY KEY,
        name text NOT NULL CHECK (name <> ''),
        name_zh text,
        "from" timestamptz NOT NULL DEFAULT '-infinity',
        "to" timestamptz,
        revision integer NOT NULL DEFAULT 1,
        CHECK ("to" IS NULL OR "from" < "to")
      );
      CREATE UNIQUE INDEX department_name_now ON department (lower(name)) WHERE "to" IS NULL;

      CREATE TABLE team (
        id uuid PRIMARY KEY,
        department_id uuid NOT NULL REFERENCES department,
        name text NOT NULL CHECK (name <> ''),
        name_zh text,
        "from" timestamptz NOT NULL DEFAULT '-infinity',
        "to" timestamptz,
        revision integer NOT NULL DEFAULT 1,
        CHECK ("to" IS NULL OR "from" < "to")
      );
      CREATE UNIQUE INDEX team_name_now ON team (department_id, lower(name)) WHERE "to" IS NULL;

      CREATE TABLE staff (
        id uuid PRIMARY KEY,
        name text NOT NULL CHECK (name <> ''),
        pinyin text NOT NULL DEFAULT '',
        pinyin_initials text NOT NULL DEFAULT '',
        external_id text UNIQUE,
        email text,
        zone text,
        left_on date,
        created_at timestamptz NOT NULL DEFAULT now(),
        batch_id uuid,
        revision integer NOT NULL DEFAULT 1
      );
      CREATE INDEX staff_search ON staff USING gin
        ((lower(name || ' ' || replace(pinyin, ' ', '') || ' ' || pinyin_initials || ' ' || coalesce(external_id, '') || ' ' || split_part(coalesce(email, ''), '@', 1))) gin_trgm_ops);
      CREATE INDEX staff_name_order ON staff (name COLLATE name_order, id);
      CREATE UNIQUE INDEX staff_email ON staff (lower(email)) WHERE email IS NOT NULL;

      -- In which team somebody is, from when to when: one team at a time.
      CREATE TABLE membership (
        id uuid PRIMARY KEY,
        staff_id uuid NOT NULL REFERENCES staff,
        team_id uuid NOT NULL REFERENCES team,
        "from" timestamptz NOT NULL DEFAULT '-infinity',
        "to" timestamptz,
        revision integer NOT NULL DEFAULT 1,
        CHECK ("to" IS NULL OR "from" < "to"),
        CONSTRAINT membership_one_team_at_a_time EXCLUDE USING gist (staff_id WITH =, tstzrange("from", "to") WITH &&)
      );
      CREATE INDEX membership_team ON membership (team_id, "from");

      -- Who leads: a team has one supervisor, a department one head at a time; a stand-in may stand beside either.
      CREATE TABLE leadership (
        id uuid PRIMARY KEY,
        staff_id uuid NOT NULL REFERENCES staff,
        role text NOT NULL CHECK (role IN ('supervisor', 'head', 'stand-in')),
        team_id uuid REFERENCES team,
        department_id uuid REFERENCES department,
        "from" timestamptz NOT NULL DEFAULT '-infinity',
        "to" timestamptz,
        revision integer NOT NULL DEFAULT 1,
        CHECK ("to" IS NULL OR "from" < "to"),
        CONSTRAINT leadership_one_unit CHECK (num_nonnulls(team_id, department_id) = 1),
        CONSTRAINT leadership_supervisor_of_team CHECK (role <> 'supervisor' OR team_id IS NOT NULL),
        CONSTRAINT leadership_head_of_department CHECK (role <> 'head' OR department_id IS NOT NULL),
        CONSTRAINT leadership_one_supervisor EXCLUDE USING gist
          (team_id WITH =, tstzrange("from", "to") WITH &&) WHERE (role = 'supervisor'),
        CONSTRAINT leadership_one_head EXCLUDE USING gist
          (department_id WITH =, tstzrange("from", "to") WITH &&) WHERE (role = 'head'),
        CONSTRAINT leadership_stand_in_once EXCLUDE USING gist
          (staff_id WITH =, coalesce(team_id, department_id) WITH =, tstzrange("from", "to") WITH &&) WHERE (role = 'stand-in')
      );
      CREATE INDEX leadership_staff ON leadership (staff_id);
      CREATE INDEX leadership_team ON leadership (team_id, "from");
      CREATE INDEX leadership_department ON leadership (department_id, "from");

      -- What contacts are about. A reason without a department of its own takes its parent's.
      CREATE TABLE reason (
        id uuid PRIMARY KEY,
        parent_id uuid REFERENCES reason,
        name_en text NOT NULL CHECK (name_en <> ''),
        name_zh text NOT NULL CHECK (name_zh <> ''),
        answerable_department_id uuid REFERENCES department,
        place integer NOT NULL DEFAULT 0,
        "from" timestamptz NOT NULL DEFAULT '-infinity',
        "to" timestamptz,
        revision integer NOT NULL DEFAULT 1,
        CHECK ("to" IS NULL OR "from" < "to"),
        CONSTRAINT reason_is_answered_for CHECK (parent_id IS NOT NULL OR answerable_department_id IS NOT NULL)
      );
      CREATE UNIQUE INDEX reason_name_now ON reason (parent_id, lower(name_en)) NULLS NOT DISTINCT WHERE "to" IS NULL;
      CREATE INDEX reason_parent ON reason (parent_id, place);

      -- What one act on the organisation changed, row by row, so that it can be undone as one within minutes.
      CREATE TABLE organisation_act (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        by_sign_in_id uuid,
        changes jsonb NOT NULL,
        undone_at timestamptz
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
