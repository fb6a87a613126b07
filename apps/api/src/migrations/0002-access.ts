import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-ins, what they may do, and the trail of administrative acts. Secrets are kept as hashes only. */
export class Access0002 implements MigrationInterface {
  name = 'Access0002_1790000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE TABLE sign_in (
        id uuid PRIMARY KEY,
        staff_id uuid NOT NULL UNIQUE REFERENCES staff,
        email text NOT NULL,
        argon2id text,
        locale text CHECK (locale IN ('en', 'zh')),
        disabled_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        revision integer NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX sign_in_email ON sign_in (lower(email));
      CREATE INDEX staff_number ON staff (lower(external_id));

      -- rep: own work (no unit); supervisor: a team; head: a department; executive and admin: the organisation (no unit).
      CREATE TABLE role_grant (
        id uuid PRIMARY KEY,
        sign_in_id uuid NOT NULL REFERENCES sign_in,
        role text NOT NULL CHECK (role IN ('rep', 'supervisor', 'head', 'executive', 'admin')),
        team_id uuid REFERENCES team,
        department_id uuid REFERENCES department,
        "from" timestamptz NOT NULL DEFAULT now(),
        "to" timestamptz,
        granted_by uuid REFERENCES sign_in,
        revision integer NOT NULL DEFAULT 1,
        CHECK ("to" IS NULL OR "from" < "to"),
        CHECK ((role = 'supervisor') = (team_id IS NOT NULL)),
        CHECK ((role = 'head') = (department_id IS NOT NULL)),
        EXCLUDE USING gist (
          sign_in_id WITH =, role WITH =,
          coalesce(team_id, department_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =,
          tstzrange("from", "to") WITH &&
        )
      );
      CREATE INDEX role_grant_sign_in ON role_grant (sign_in_id);

      -- Tries by sign-in and by address; the columns are those of the limiter. Losing them in a crash costs nothing.
      CREATE UNLOGGED TABLE rate_limit (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );
      CREATE INDEX rate_limit_expire ON rate_limit (expire);

      CREATE TABLE session (
        token_sha256 bytea PRIMARY KEY,
        sign_in_id uuid NOT NULL REFERENCES sign_in,
        started_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        user_agent text NOT NULL DEFAULT ''
      );
      CREATE INDEX session_sign_in ON session (sign_in_id);
      CREATE INDEX session_expires ON session (expires_at);

      -- A token acts for its sign-in, never with more than the roles of that sign-in.
      CREATE TABLE api_token (
        id uuid PRIMARY KEY,
        token_sha256 bytea NOT NULL UNIQUE,
        sign_in_id uuid NOT NULL REFERENCES sign_in,
        name text NOT NULL CHECK (name <> ''),
        scopes text[] NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        last_used_at timestamptz,
        revoked_at timestamptz
      );
      CREATE INDEX api_token_sign_in ON api_token (sign_in_id);

      -- One-time links: an invitation or a reset belongs to a sign-in, the first run belongs to nobody yet.
      CREATE TABLE one_time_link (
        token_sha256 bytea PRIMARY KEY,
        purpose text NOT NULL CHECK (purpose IN ('invitation', 'reset', 'first-run')),
        sign_in_id uuid REFERENCES sign_in,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CHECK ((purpose = 'first-run') = (sign_in_id IS NULL))
      );
      CREATE INDEX one_time_link_sign_in ON one_time_link (sign_in_id);

      -- A wallboard: a revocable link that shows one scope, read only, without customers' names, and never signs out.
      CREATE TABLE wallboard (
        id uuid PRIMARY KEY,
        token_sha256 bytea NOT NULL UNIQUE,
        name text NOT NULL CHECK (name <> ''),
        department_id uuid REFERENCES department,
        locale text NOT NULL DEFAULT 'en' CHECK (locale IN ('en', 'zh')),
        created_by uuid NOT NULL REFERENCES sign_in,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz,
        revoked_at timestamptz
      );

      CREATE TABLE audit_entry (
        n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        by_sign_in_id uuid REFERENCES sign_in,
        by_name text NOT NULL,
        from_address text NOT NULL DEFAULT '',
        act text NOT NULL,
        entity text NOT NULL,
        entity_id text NOT NULL,
        entity_name text NOT NULL DEFAULT '',
        before jsonb,
        after jsonb
      );
      CREATE INDEX audit_entry_entity ON audit_entry (entity, entity_id, n DESC);
      CREATE INDEX audit_entry_by ON audit_entry (by_sign_in_id, n DESC);
      CREATE INDEX audit_entry_at ON audit_entry (at);

      CREATE FUNCTION audit_entry_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'audit entries are never changed or deleted'; END $$;
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_is_append_only();

      -- The answers already given to repeatable POSTs, so that a retry gets the same one. Kept 72 hours.
      CREATE TABLE idempotency (
        key text NOT NULL,
        sign_in_id uuid NOT NULL,
        route text NOT NULL,
        body_sha256 bytea NOT NULL,
        answer json,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (sign_in_id, key)
      );
      CREATE INDEX idempotency_at ON idempotency (at);

      CREATE TABLE schedule_run (
        name text NOT NULL,
        due_at timestamptz NOT NULL,
        claimed_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        outcome jsonb,
        PRIMARY KEY (name, due_at)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
