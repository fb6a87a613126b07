import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first indicator of a figure may hold from an earlier day, as for imported records: a slip there is undone for minutes. */
export class IndicatorOfEarlierDays0051 implements MigrationInterface {
  name = 'IndicatorOfEarlierDays0051_1790000000051';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE OR REPLACE FUNCTION keep_past_of_indicator() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        zone_here text := (SELECT zone FROM organisation);
        today date := (now() AT TIME ZONE zone_here)::date;
        is_same boolean;
      BEGIN
        IF TG_OP = 'DELETE' THEN
          -- What was set for an earlier day has held nowhere yet while it can be undone.
          IF OLD.from_day < today AND NOT (
            OLD.from_day < (OLD.set_at AT TIME ZONE zone_here)::date AND OLD.set_at > now() - interval '20 minutes') THEN
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
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
