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
        external_id text UNIQUE,
        email text,
        zone text,
        left_on date,
        created_at timestamptz NOT NULL DEFAULT now(),
        batch_id uuid,
        revision integer NOT NULL DEFAULT 1
      );
      CREATE INDEX staff_name_search ON staff USING gin (name gin_trgm_ops);
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
        EXCLUDE USING gist (staff_id WITH =, tstzrange("from", "to") WITH &&)
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
        CHECK (num_nonnulls(team_id, department_id) = 1),
        CHECK (role <> 'supervisor' OR team_id IS NOT NULL),
        CHECK (role <> 'head' OR department_id IS NOT NULL),
        EXCLUDE USING gist (team_id WITH =, tstzrange("from", "to") WITH &&) WHERE (role = 'supervisor'),
        EXCLUDE USING gist (department_id WITH =, tstzrange("from", "to") WITH &&) WHERE (role = 'head')
      );
      CREATE INDEX leadership_staff ON leadership (staff_id);
      CREATE INDEX leadership_team ON leadership (team_id, "from");

      -- What contacts are about. A reason without a department of its own takes its parent's.
      CREATE TABLE reason (
        id uuid PRIMARY KEY,
        parent_id uuid REFERENCES reason,
        name_en text NOT NULL CHECK (name_en <> ''),
        name_zh text NOT NULL CHECK (name_zh <> ''),
        answerable_department_id uuid REFERENCES department,
        "from" timestamptz NOT NULL DEFAULT '-infinity',
        "to" timestamptz,
        revision integer NOT NULL DEFAULT 1,
        CHECK ("to" IS NULL OR "from" < "to"),
        CHECK (parent_id IS NOT NULL OR answerable_department_id IS NOT NULL)
      );
      CREATE UNIQUE INDEX reason_name_now ON reason (parent_id, lower(name_en)) NULLS NOT DISTINCT WHERE "to" IS NULL;
      CREATE INDEX reason_parent ON reason (parent_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
