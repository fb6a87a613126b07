import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What figures of satisfaction read: answers other than the usual ones, asks by their day, contacts by their matter. */
export class SatisfactionFigures0042 implements MigrationInterface {
  name = 'SatisfactionFigures0042_1790000000042';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      CREATE INDEX answer_measure ON answer (kind, at) WHERE kind <> 'csat';
      CREATE INDEX answer_relationship ON answer (at) WHERE contact_id IS NULL;

      CREATE INDEX survey_ask_asked ON survey_ask (asked_at) WHERE asked_at IS NOT NULL;
      CREATE INDEX survey_ask_team ON survey_ask (team_id, asked_at) WHERE asked_at IS NOT NULL;
      CREATE INDEX survey_ask_rep ON survey_ask (rep_id, asked_at) WHERE asked_at IS NOT NULL;

      -- Who (the person, where none is known the account) has turned to us about what: whether a first contact was followed.
      CREATE INDEX contact_matter ON contact (coalesce(person_id, account_id), reason_id, ended_at, id)
        WHERE purpose = 'service' AND outcome IN ('handled', 'abandoned-in-queue') AND voided_at IS NULL
          AND coalesce(person_id, account_id) IS NOT NULL AND reason_id IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
