import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is planned for a caller, told to them at once, and to a calendar of their own by a link with a secret. */
export class CallersPlan0026 implements MigrationInterface {
  name = 'CallersPlan0026_1790000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE TABLE calendar_feed (
        sign_in_id uuid PRIMARY KEY REFERENCES sign_in ON DELETE CASCADE,
        secret_sha256 bytea NOT NULL UNIQUE CHECK (length(secret_sha256) = 32),
        made_at timestamptz NOT NULL DEFAULT now(),
        read_at timestamptz
      );
      -- A calendar elsewhere is out of our hands: customers' names go there only where the company allows it.
      ALTER TABLE call_setting ADD names_in_feeds boolean NOT NULL DEFAULT false;

      -- Whose calls of today were changed hears of it, whoever changed them.
      CREATE FUNCTION tell_callers() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          INSERT INTO personal_news (staff_id)
            SELECT DISTINCT staff_id FROM after WHERE staff_id IS NOT NULL AND on_day <= current_date + 1;
        ELSIF TG_OP = 'DELETE' THEN
          INSERT INTO personal_news (staff_id)
            SELECT DISTINCT staff_id FROM before WHERE staff_id IS NOT NULL AND on_day <= current_date + 1;
        ELSE
          INSERT INTO personal_news (staff_id)
            SELECT staff_id FROM before WHERE staff_id IS NOT NULL AND on_day <= current_date + 1
            UNION SELECT staff_id FROM after WHERE staff_id IS NOT NULL AND on_day <= current_date + 1;
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER tell_callers AFTER INSERT ON planned_call REFERENCING NEW TABLE AS after
        FOR EACH STATEMENT EXECUTE FUNCTION tell_callers();
      CREATE TRIGGER tell_callers_of_changes AFTER UPDATE ON planned_call
        REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION tell_callers();
      CREATE TRIGGER tell_callers_of_less AFTER DELETE ON planned_call REFERENCING OLD TABLE AS before
        FOR EACH STATEMENT EXECUTE FUNCTION tell_callers();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
