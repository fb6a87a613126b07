import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The figures of exams stay with the team and the supervisor of the day of the exam, wherever people go later. */
export class ExamPlaces0034 implements MigrationInterface {
  name = 'ExamPlaces0034_1790000000034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Where the candidate worked and who led them on the day of the exam; written when it is settled.
      ALTER TABLE exam ADD COLUMN team_id uuid REFERENCES team, ADD COLUMN supervisor_id uuid REFERENCES staff;

      CREATE FUNCTION exam_place() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        SELECT coalesce((
            SELECT m.team_id FROM membership m JOIN team t ON t.id = m.team_id
            WHERE m.staff_id = NEW.staff_id AND t.department_id = c.department_id
              AND m."from" <= NEW.starts_at AND (m."to" IS NULL OR m."to" > NEW.starts_at)
            LIMIT 1), k.team_id)
          INTO NEW.team_id
          FROM candidate k JOIN campaign c ON c.id = k.campaign_id WHERE k.id = NEW.candidate_id;
        NEW.supervisor_id := (
          SELECT l.staff_id FROM leadership l
          WHERE l.team_id = NEW.team_id AND l.role = 'supervisor'
            AND l."from" <= NEW.starts_at AND (l."to" IS NULL OR l."to" > NEW.starts_at)
          LIMIT 1);
        RETURN NEW;
      END $$;
      CREATE TRIGGER exam_place_new BEFORE INSERT ON exam FOR EACH ROW
        WHEN (NEW.settled_at IS NOT NULL AND NEW.team_id IS NULL) EXECUTE FUNCTION exam_place();
      CREATE TRIGGER exam_place_settled BEFORE UPDATE ON exam FOR EACH ROW
        WHEN (NEW.settled_at IS NOT NULL AND NEW.team_id IS NULL) EXECUTE FUNCTION exam_place();

      UPDATE exam SET revision = revision WHERE settled_at IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
