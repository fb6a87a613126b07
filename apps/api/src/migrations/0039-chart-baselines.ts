import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the limits of a department's control chart begin anew, and of which days they are. */
export class ChartBaselines0039 implements MigrationInterface {
  name = 'ChartBaselines0039_1790000000039';

  async up(runner: QueryRunner): Promise<void> {
    // Several may begin on one day: the last that is not undone holds.
    await runner.query(/* sql */ `
      CREATE TABLE chart_baseline (
        id uuid PRIMARY KEY,
        department_id uuid NOT NULL REFERENCES department (id),
        metric text NOT NULL,
        "from" date NOT NULL,
        days int CHECK (days > 0),
        reason text NOT NULL CHECK (reason <> ''),
        set_by uuid NOT NULL REFERENCES sign_in (id),
        set_at timestamptz NOT NULL DEFAULT now(),
        undone_by uuid REFERENCES sign_in (id),
        undone_at timestamptz,
        CHECK ((undone_by IS NULL) = (undone_at IS NULL))
      );
      CREATE INDEX chart_baseline_chart ON chart_baseline (department_id, metric, "from" DESC, id DESC);
      CREATE INDEX chart_baseline_set_by ON chart_baseline (set_by);
      CREATE INDEX chart_baseline_undone_by ON chart_baseline (undone_by) WHERE undone_by IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
