import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A complaint that concerns somebody of a team concerns also who led it then, so that both have the same figure of it. */
export class SupervisorConcerned0050 implements MigrationInterface {
  name = 'SupervisorConcerned0050_1790000000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      ALTER TABLE complaint ADD COLUMN supervisor_concerned_id uuid REFERENCES staff;

      -- When the thing happened: at the end of the contact that it is about, else of the one that received it.
      CREATE FUNCTION supervisor_at_contact(led uuid, about uuid, received uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
        SELECT l.staff_id FROM contact c LEFT JOIN contact a ON a.id = about
          JOIN leadership l ON l.team_id = led AND l.role IN ('supervisor', 'stand-in')
            AND l."from" <= coalesce(a.ended_at, c.ended_at) AND (l."to" IS NULL OR l."to" > coalesce(a.ended_at, c.ended_at))
        WHERE c.id = received
        ORDER BY l.role = 'supervisor' DESC, l."from" DESC LIMIT 1
      $$;

      -- As the team concerned is written, so is who led it.
      CREATE FUNCTION supervisor_follows_team() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.supervisor_concerned_id := CASE WHEN NEW.team_concerned_id IS NOT NULL
          THEN supervisor_at_contact(NEW.team_concerned_id, NEW.about_contact_id, NEW.contact_id) END;
        RETURN NEW;
      END $$;
      CREATE TRIGGER supervisor_concerned BEFORE INSERT OR UPDATE OF team_concerned_id ON complaint
        FOR EACH ROW EXECUTE FUNCTION supervisor_follows_team();

      UPDATE complaint SET supervisor_concerned_id = supervisor_at_contact(team_concerned_id, about_contact_id, contact_id)
        WHERE team_concerned_id IS NOT NULL;
      CREATE INDEX complaint_supervisor_concerned ON complaint (supervisor_concerned_id)
        WHERE supervisor_concerned_id IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
