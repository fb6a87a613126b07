import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever looks at a campaign learns that it is not as it was: its exams, its candidates, itself. */
export class CampaignsLive0036 implements MigrationInterface {
  name = 'CampaignsLive0036_1790000000036';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE FUNCTION tell_campaign() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_notify('forecall_campaign', campaign_id::text) FROM (SELECT DISTINCT campaign_id FROM changed) AS told;
          RETURN NULL;
        END $$;
      CREATE TRIGGER told_added AFTER INSERT ON exam REFERENCING NEW TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION tell_campaign();
      CREATE TRIGGER told_changed AFTER UPDATE ON exam REFERENCING NEW TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION tell_campaign();
      CREATE TRIGGER told_added AFTER INSERT ON candidate REFERENCING NEW TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION tell_campaign();
      CREATE TRIGGER told_changed AFTER UPDATE ON candidate REFERENCING NEW TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION tell_campaign();
      CREATE FUNCTION tell_changed_campaign() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_notify('forecall_campaign', NEW.id::text); RETURN NULL; END $$;
      CREATE TRIGGER told_changed AFTER UPDATE ON campaign FOR EACH ROW EXECUTE FUNCTION tell_changed_campaign();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
