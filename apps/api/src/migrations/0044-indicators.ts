import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is wanted of which figure, on whose card, from when until when. */
export class Indicators0044 implements MigrationInterface {
  name = 'Indicators0044_1790000000044';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE TABLE indicator (
        id uuid CONSTRAINT indicator_pkey PRIMARY KEY,
        metric text NOT NULL,
        card text NOT NULL CONSTRAINT indicator_card_check CHECK (card IN ('rep', 'team', 'supervisor', 'department')),
        department_id uuid CONSTRAINT indicator_department_id_fkey REFERENCES department (id),
        team_id uuid CONSTRAINT indicator_team_id_fkey REFERENCES team (id),
        target double precision NOT NULL,
        floor double precision NOT NULL,
        weight double precision NOT NULL CONSTRAINT indicator_weight_check CHECK (weight > 0),
        dial text CONSTRAINT indicator_dial_check CHECK (dial IN ('targets', 'team', 'skills')),
        from_day date NOT NULL,
        to_day date,
        set_by uuid CONSTRAINT indicator_set_by_fkey REFERENCES staff (id),
        set_at timestamptz NOT NULL DEFAULT now(),
        revision integer NOT NULL DEFAULT 1,
        CONSTRAINT indicator_goal_check CHECK (target <> floor),
        CONSTRAINT indicator_period_check CHECK (from_day < to_day),
        CONSTRAINT indicator_audience_check CHECK (num_nonnulls(department_id, team_id) <= 1),
        CONSTRAINT indicator_team_check CHECK (card <> 'department' OR team_id IS NULL),
        CONSTRAINT indicator_of_supervisor_check CHECK ((card = 'supervisor') = (dial IS NOT NULL)),
        CONSTRAINT indicator_once EXCLUDE USING gist (
          card WITH =, metric WITH =,
          coalesce(team_id, department_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =,
          daterange(from_day, to_day) WITH &&)
      );
      CREATE INDEX indicator_card ON indicator (card, from_day);
      CREATE INDEX indicator_department ON indicator (department_id) WHERE department_id IS NOT NULL;
      CREATE INDEX indicator_team ON indicator (team_id) WHERE team_id IS NOT NULL;
      CREATE INDEX indicator_set_by ON indicator (set_by) WHERE set_by IS NOT NULL;
    `);
    // Nothing that was wanted on a day before today is another thing afterwards, whoever writes.
    await runner.query(/* sql */ `
      CREATE FUNCTION keep_past_of_indicator() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        today date := (SELECT (now() AT TIME ZONE zone)::date FROM organisation);
        is_same boolean;
      BEGIN
        IF TG_OP = 'DELETE' THEN
          IF OLD.from_day < today THEN
            RAISE EXCEPTION 'An indicator that held before today stays.' USING ERRCODE = 'restrict_violation';
          END IF;
          RETURN OLD;
        END IF;
        is_same := (NEW.id, NEW.metric, NEW.card, NEW.target, NEW.floor, NEW.weight, NEW.from_day)
            = (OLD.id, OLD.metric, OLD.card, OLD.target, OLD.floor, OLD.weight, OLD.from_day)
          AND (NEW.department_id, NEW.team_id, NEW.dial) IS NOT DISTINCT FROM (OLD.department_id, OLD.team_id, OLD.dial);
        IF least(OLD.from_day, NEW.from_day) < today
          AND NOT (is_same AND (NEW.to_day IS NOT DISTINCT FROM OLD.to_day
            OR coalesce(NEW.to_day, 'infinity') >= today AND coalesce(OLD.to_day, 'infinity') >= today)) THEN
          RAISE EXCEPTION 'What an indicator was before today stays.' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER past_stays BEFORE UPDATE OR DELETE ON indicator
        FOR EACH ROW EXECUTE FUNCTION keep_past_of_indicator();
    `);
    // The card of a supervisor asks for the days of a period.
    await runner.query(/* sql */ `
      DROP INDEX contact_supervisor;
      CREATE INDEX contact_supervisor ON contact (supervisor_id, ended_at) WHERE supervisor_id IS NOT NULL;
      DROP INDEX answer_supervisor;
      CREATE INDEX answer_supervisor ON answer (supervisor_id, at) WHERE supervisor_id IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
