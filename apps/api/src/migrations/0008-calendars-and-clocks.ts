import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When work is done, who is away, and what a complaint is promised by when. */
export class CalendarsAndClocks0008 implements MigrationInterface {
  name = 'CalendarsAndClocks0008_1790000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Of the organisation (no owner), of a department or of a person; what is null comes from the next one.
      CREATE TABLE calendar (
        id uuid PRIMARY KEY,
        department_id uuid REFERENCES department,
        staff_id uuid REFERENCES staff,
        zone text,
        -- Monday to Sunday, each a list of {fromMinute, toMinute}.
        week jsonb CHECK (week IS NULL OR jsonb_array_length(week) = 7),
        keeps_holidays boolean,
        country text,
        region text,
        revision integer NOT NULL DEFAULT 1,
        CHECK (num_nonnulls(department_id, staff_id) <= 1)
      );
      CREATE UNIQUE INDEX calendar_owner ON calendar (department_id, staff_id) NULLS NOT DISTINCT;
      CREATE INDEX calendar_staff ON calendar (staff_id) WHERE staff_id IS NOT NULL;

      -- One row a day: two holidays on one day are one row with both names.
      CREATE TABLE calendar_exception (
        id uuid PRIMARY KEY,
        calendar_id uuid NOT NULL REFERENCES calendar,
        day date NOT NULL,
        kind text NOT NULL CHECK (kind IN ('holiday', 'make-up', 'closed', 'open')),
        name_en text NOT NULL CHECK (name_en <> ''),
        name_zh text NOT NULL CHECK (name_zh <> ''),
        intervals jsonb CHECK (intervals IS NULL OR kind IN ('make-up', 'open')),
        source text NOT NULL CHECK (source IN ('library', 'by-hand')),
        revision integer NOT NULL DEFAULT 1,
        CONSTRAINT calendar_exception_day UNIQUE (calendar_id, day)
      );

      -- Both days included; a half is counted as twelve hours, so that two halves of one day do not overlap.
      CREATE TABLE leave (
        id uuid PRIMARY KEY,
        staff_id uuid NOT NULL REFERENCES staff,
        "from" date NOT NULL,
        "to" date NOT NULL,
        from_midday boolean NOT NULL DEFAULT false,
        until_midday boolean NOT NULL DEFAULT false,
        kind text NOT NULL CHECK (kind IN ('annual', 'sick', 'parental', 'training', 'other')),
        stand_in_id uuid REFERENCES staff,
        note text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT now(),
        revision integer NOT NULL DEFAULT 1,
        CHECK ("from" < "to" OR ("from" = "to" AND NOT (from_midday AND until_midday))),
        CHECK (stand_in_id <> staff_id),
        CONSTRAINT leave_once EXCLUDE USING gist (staff_id WITH =, tsrange(
          "from" + CASE WHEN from_midday THEN interval '12 hours' ELSE interval '0' END,
          "to" + CASE WHEN until_midday THEN interval '12 hours' ELSE interval '24 hours' END) WITH &&)
      );
      CREATE INDEX leave_staff ON leave (staff_id, "to");
      CREATE INDEX leave_stand_in ON leave (stand_in_id, "to") WHERE stand_in_id IS NOT NULL;
      CREATE INDEX leave_time ON leave ("to", id);

      -- What is promised, from when on: complaints received later follow it, clocks that run keep theirs.
      CREATE TABLE clock_rule (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('acknowledgement', 'answer')),
        unit text NOT NULL CHECK (unit IN ('elapsed', 'calendar-days', 'working-days', 'business-time')),
        -- Seconds of elapsed and of business time, else days.
        amount integer NOT NULL CHECK (amount > 0),
        allows_pauses boolean NOT NULL DEFAULT false,
        "from" timestamptz NOT NULL DEFAULT '-infinity',
        revision integer NOT NULL DEFAULT 1,
        CONSTRAINT clock_rule_from UNIQUE (kind, "from")
      );

      -- A promise made for one complaint, as the rule was then. Reopened, it is promised an answer anew.
      CREATE TABLE clock (
        id uuid PRIMARY KEY,
        complaint_id uuid NOT NULL REFERENCES complaint ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('acknowledgement', 'answer')),
        unit text NOT NULL CHECK (unit IN ('elapsed', 'calendar-days', 'working-days', 'business-time')),
        amount integer NOT NULL CHECK (amount > 0),
        allows_pauses boolean NOT NULL DEFAULT false,
        started_at timestamptz NOT NULL,
        due_soon_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        met_at timestamptz,
        -- Voided or merged away before it was met: nothing is promised any more.
        ended_at timestamptz,
        CONSTRAINT clock_start UNIQUE (complaint_id, kind, started_at),
        CHECK (started_at <= due_soon_at AND due_soon_at <= due_at)
      );
      CREATE INDEX clock_running ON clock (due_at) WHERE met_at IS NULL AND ended_at IS NULL;
      CREATE INDEX clock_due ON clock (kind, due_at);

      -- A promise is kept by the first fitting step from its start on; a step that comes later belongs to the clock that
      -- was started last before it. However steps are written, clocks follow in the same transaction.
      CREATE FUNCTION clock_met_at(clock_id uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
        SELECT min(s.at) FROM clock c JOIN complaint_step s ON s.complaint_id = c.complaint_id AND s.at >= c.started_at AND s.skipped_reason IS NULL
        WHERE c.id = $1
          AND (s.step = 'acknowledged' AND c.kind = 'acknowledgement' OR s.step IN ('answered', 'closed') AND c.kind = 'answer')
          AND NOT EXISTS (
            SELECT FROM clock later WHERE later.complaint_id = c.complaint_id AND later.kind = c.kind
              AND later.started_at > c.started_at AND later.started_at <= s.at)
      $$;
      CREATE FUNCTION meet_clocks() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE clock c SET met_at = clock_met_at(c.id)
          WHERE c.complaint_id IN (SELECT complaint_id FROM changed WHERE step IN ('acknowledged', 'answered', 'closed'))
            AND c.met_at IS DISTINCT FROM clock_met_at(c.id);
          RETURN NULL;
        END $$;
      CREATE TRIGGER clocks_met AFTER INSERT ON complaint_step REFERENCING NEW TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION meet_clocks();

      CREATE FUNCTION end_clocks() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE clock c SET ended_at = CASE WHEN NEW.voided_at IS NOT NULL THEN NEW.voided_at
            WHEN NEW.merged_into IS NOT NULL THEN now() END
          WHERE c.complaint_id = NEW.id AND c.met_at IS NULL;
          RETURN NULL;
        END $$;
      CREATE TRIGGER clocks_ended AFTER UPDATE OF voided_at, merged_into ON complaint FOR EACH ROW
        WHEN (OLD.voided_at IS DISTINCT FROM NEW.voided_at OR OLD.merged_into IS DISTINCT FROM NEW.merged_into)
        EXECUTE FUNCTION end_clocks();

      -- Only of clocks that allow it.
      CREATE TABLE clock_pause (
        id uuid PRIMARY KEY,
        clock_id uuid NOT NULL REFERENCES clock ON DELETE CASCADE,
        "from" timestamptz NOT NULL,
        "to" timestamptz,
        why text NOT NULL CHECK (why <> ''),
        by_sign_in_id uuid REFERENCES sign_in,
        CHECK ("to" IS NULL OR "from" < "to"),
        CONSTRAINT clock_pause_once EXCLUDE USING gist (clock_id WITH =, tstzrange("from", "to") WITH &&)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
