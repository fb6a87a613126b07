import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A move of a call can be taken back, and who leads callers hears of their plan as they do. */
export class PlanInSight0030 implements MigrationInterface {
  name = 'PlanInSight0030_1790000000030';

  async up(runner: QueryRunner): Promise<void> {
    const told = (rows: string) =>
      `SELECT staff_id FROM ${rows} WHERE staff_id IS NOT NULL AND on_day <= current_date + 36`;
    const tell = (callers: string) => /* sql */ `
      INSERT INTO personal_news (staff_id)
      WITH callers AS (${callers})
      SELECT staff_id FROM callers
      UNION
      SELECT l.staff_id FROM callers c
        JOIN membership m ON m.staff_id = c.staff_id AND m."from" <= now() AND (m."to" IS NULL OR m."to" > now())
        JOIN team t ON t.id = m.team_id
        JOIN leadership l ON (l.team_id = t.id OR l.department_id = t.department_id)
          AND l."from" <= now() AND (l."to" IS NULL OR l."to" > now())`;
    await runner.query(/* sql */ `
      ALTER TABLE planned_call_move ADD undone_at timestamptz;

      -- Whose calls of the next weeks were changed hears of it, and who leads them, whoever changed them.
      CREATE OR REPLACE FUNCTION tell_callers() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          ${tell(told('after'))};
        ELSIF TG_OP = 'DELETE' THEN
          ${tell(told('before'))};
        ELSE
          ${tell(`${told('before')} UNION ${told('after')}`)};
        END IF;
        RETURN NULL;
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
