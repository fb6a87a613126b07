import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What teams say of whoever leads them. An answer is added to the sums of its team and is nowhere by itself: no author, no
 * moment, no row, no order. Who has answered is kept apart, without a moment either.
 */
export class UpwardAnswers0046 implements MigrationInterface {
  name = 'UpwardAnswers0046_1790000000046';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- The teams that are asked in a cycle, and about whom.
      CREATE TABLE upward_team (
        cycle_id uuid NOT NULL REFERENCES appraisal_cycle,
        team_id uuid NOT NULL REFERENCES team,
        supervisor_id uuid NOT NULL REFERENCES staff,
        asked integer NOT NULL CHECK (asked >= 4),
        PRIMARY KEY (cycle_id, team_id)
      );
      CREATE INDEX upward_team_supervisor ON upward_team (supervisor_id);

      -- All items of a team are written at each answer, whatever was answered: none tells which transaction raised it last.
      CREATE TABLE upward_answer (
        cycle_id uuid NOT NULL,
        team_id uuid NOT NULL,
        item text NOT NULL CHECK (item ~ '^[a-z-]{1,40}$'),
        answers integer NOT NULL DEFAULT 0,
        sum integer NOT NULL DEFAULT 0,
        PRIMARY KEY (cycle_id, team_id, item),
        FOREIGN KEY (cycle_id, team_id) REFERENCES upward_team
      );

      -- Who may answer, and whether they have.
      CREATE TABLE upward_done (
        cycle_id uuid NOT NULL,
        team_id uuid NOT NULL,
        staff_id uuid NOT NULL REFERENCES staff,
        is_done boolean NOT NULL DEFAULT false,
        PRIMARY KEY (cycle_id, team_id, staff_id),
        FOREIGN KEY (cycle_id, team_id) REFERENCES upward_team
      );
      CREATE INDEX upward_done_staff ON upward_done (staff_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
