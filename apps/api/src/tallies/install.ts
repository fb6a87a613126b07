import { createHash } from 'node:crypto';
import type { DataSource, QueryRunner } from 'typeorm';
import { talliedAtoms } from './atom.js';
import { rebuildTallies } from './rebuild.js';
import { tallyTables } from './tally-table.js';
import { triggerSql } from './trigger-sql.js';
import { wholeSumSql } from './whole-sum.js';

/**
 * Makes the tallies follow the list of atoms: missing columns are added, the triggers replaced, and, where the list
 * differs from what the tables were filled by, everything is counted anew. Runs at each start, usually a single read.
 */
export async function installTallies(dataSource: DataSource): Promise<void> {
  const triggers = wholeSumSql + triggerSql();
  const sha256 = createHash('sha256').update(triggers).digest('hex');
  const [known] = await dataSource.query<{ sha256: string }[]>('SELECT sha256 FROM tally_definition');
  if (known?.sha256 === sha256) return;
  await dataSource.transaction(async ({ queryRunner }) => {
    if (!queryRunner) throw new Error('a transaction has a query runner');
    await addColumns(queryRunner);
    await queryRunner.query(triggers);
    await rebuildTallies((text, values) => queryRunner.query(text, values));
    await queryRunner.query(
      'INSERT INTO tally_definition (sha256) VALUES ($1) ON CONFLICT (only_one) DO UPDATE SET sha256 = EXCLUDED.sha256',
      [sha256],
    );
  });
}

async function addColumns(runner: QueryRunner): Promise<void> {
  for (const { table } of [{ table: 'tally_delta' }, ...tallyTables]) {
    const columns = talliedAtoms.map((atom) => `ADD COLUMN IF NOT EXISTS ${atom} bigint NOT NULL DEFAULT 0`);
    await runner.query(`ALTER TABLE ${table} ${columns.join(', ')}`);
  }
}
