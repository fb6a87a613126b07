import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The frames of the tallies: which dimensions each keeps. The columns of the atoms are added from the one list of
 * atoms (tallies/atom.ts) when the process starts, together with the triggers that append the differences.
 *
 * Grain: minute and quarter-hour in UTC, day in the organisation's zone. Units that a row does not have (no team, no
 * rep, no reason) are the nil UUID, because a key holds no null.
 */
export class TalliesAndFeed0005 implements MigrationInterface {
  name = 'TalliesAndFeed0005_1790000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE TABLE tally_definition (only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one), sha256 text NOT NULL);

      CREATE TABLE tally_delta (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        minute timestamptz NOT NULL,
        handling_department_id uuid NOT NULL,
        answerable_department_id uuid NOT NULL,
        channel text NOT NULL,
        team_id uuid NOT NULL,
        rep_id uuid NOT NULL,
        reason_id uuid NOT NULL
      ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

      CREATE TABLE tally_minute (
        side text NOT NULL CHECK (side IN ('answerable', 'handling')),
        department_id uuid NOT NULL, channel text NOT NULL, bucket timestamptz NOT NULL,
        PRIMARY KEY (side, department_id, channel, bucket)
      );
      CREATE TABLE tally_quarter (
        side text NOT NULL CHECK (side IN ('answerable', 'handling')),
        department_id uuid NOT NULL, channel text NOT NULL, bucket timestamptz NOT NULL,
        PRIMARY KEY (side, department_id, channel, bucket)
      );
      CREATE TABLE tally_day (
        side text NOT NULL CHECK (side IN ('answerable', 'handling')),
        department_id uuid NOT NULL, channel text NOT NULL, bucket date NOT NULL,
        PRIMARY KEY (side, department_id, channel, bucket)
      );
      -- Boards ask for all departments of a short period at once.
      CREATE INDEX tally_minute_bucket ON tally_minute (bucket);
      CREATE INDEX tally_quarter_bucket ON tally_quarter (bucket);
      CREATE INDEX tally_day_bucket ON tally_day (bucket);

      CREATE TABLE tally_day_team (
        department_id uuid NOT NULL, team_id uuid NOT NULL, bucket date NOT NULL,
        PRIMARY KEY (team_id, department_id, bucket)
      );
      CREATE TABLE tally_day_rep (
        department_id uuid NOT NULL, team_id uuid NOT NULL, rep_id uuid NOT NULL, bucket date NOT NULL,
        PRIMARY KEY (rep_id, team_id, department_id, bucket)
      );
      CREATE TABLE tally_day_reason (
        side text NOT NULL CHECK (side IN ('answerable', 'handling')),
        department_id uuid NOT NULL, reason_id uuid NOT NULL, bucket date NOT NULL,
        PRIMARY KEY (side, department_id, reason_id, bucket)
      );

      -- Written by the fold only.
      CREATE TABLE scope_version (
        scope text PRIMARY KEY,
        version bigint NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE feed (
        scope text NOT NULL,
        n bigint NOT NULL,
        complaint_id uuid NOT NULL REFERENCES complaint ON DELETE CASCADE,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (scope, n)
      );
      CREATE INDEX feed_complaint ON feed (complaint_id);
      CREATE INDEX feed_at ON feed (at, n);

      -- Complaints committed and not yet numbered into the feed.
      CREATE TABLE feed_pending (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        complaint_id uuid NOT NULL REFERENCES complaint ON DELETE CASCADE
      ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
      CREATE INDEX feed_pending_complaint ON feed_pending (complaint_id);
      CREATE FUNCTION announce_complaint() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO feed_pending (complaint_id)
            SELECT id FROM added WHERE batch_id IS NULL AND first_received_at > now() - interval '1 day' ORDER BY id;
          RETURN NULL;
        END $$;
      CREATE TRIGGER announce AFTER INSERT ON complaint REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION announce_complaint();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
