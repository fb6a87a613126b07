import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The year in a complaint's number stays what the customer was told, whatever becomes of the first receipt. */
export class ComplaintNumberYear0018 implements MigrationInterface {
  name = 'ComplaintNumberYear0018_1790000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE FUNCTION complaint_year(at timestamptz) RETURNS smallint LANGUAGE plpgsql STABLE AS $$
        BEGIN
          RETURN extract(year FROM at AT TIME ZONE coalesce((SELECT zone FROM organisation), 'UTC'));
        END $$;
      ALTER TABLE complaint ADD COLUMN number_year smallint;
      -- So that no other trigger is told of it.
      ALTER TABLE complaint ALTER COLUMN number_year TYPE smallint USING complaint_year(first_received_at),
        ALTER COLUMN number_year SET NOT NULL;

      CREATE FUNCTION number_complaint() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          NEW.number_year := complaint_year(NEW.first_received_at);
          RETURN NEW;
        END $$;
      CREATE TRIGGER numbered BEFORE INSERT ON complaint FOR EACH ROW
        WHEN (NEW.number_year IS NULL) EXECUTE FUNCTION number_complaint();
      CREATE FUNCTION complaint_number_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'the number of a complaint is never changed'; END $$;
      CREATE TRIGGER number_kept BEFORE UPDATE OF number, number_year ON complaint FOR EACH ROW
        WHEN (OLD.number <> NEW.number OR OLD.number_year <> NEW.number_year) EXECUTE FUNCTION complaint_number_is_kept();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
