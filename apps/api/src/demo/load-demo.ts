import { hash } from '@node-rs/argon2';
import { escapeIdentifier } from 'pg';
import { keepHealth } from '../key-accounts/health/health.service.js';
import type { Database, Sql } from '../platform/database/database.js';
import { foldLock } from '../tallies/fold-lock.js';
import { rebuildTallies } from '../tallies/rebuild.js';
import { tallyTables } from '../tallies/tally-table.js';
import { demoPassword } from './demo-sign-ins.js';
import { demoRows, demoSeed } from './rows/demo-rows.js';
import type { TableRows } from './rows/row.js';
import { playAlarms } from './play-alarms.js';
import { playAppraisals } from './play-appraisals.js';
import { insertRows } from './writing/insert-rows.js';
import { setAside } from './writing/set-aside.js';

/** Any number, the same in every process: of those who start together one loads, the others wait and find it there. */
const demoLock = 7_301_003;

/** Tables whose indexes are cheaper to build afterwards, with the triggers that would count what is counted anew. */
const largeTables: Readonly<Partial<Record<string, readonly string[]>>> = {
  contact: ['differences_insert'],
  answer: ['differences_insert'],
};

export class DemoRefused extends Error {}

export interface DemoLoad {
  /** Milliseconds since 1970; the demo's year ends here. */
  readonly nowMs: number;
  readonly seed?: number;
  /** Hears of each further hundredth of the rows. */
  readonly onProgress?: (percent: number) => void;
}

/** Loads the demo company into an empty database, all of it or nothing. Refused where there is an organisation. */
export async function loadDemo(database: Database, { nowMs, seed = demoSeed, onProgress }: DemoLoad): Promise<void> {
  const argon2id = await hash(demoPassword);
  await database.transaction(async (sql) => {
    await sql.change('SELECT pg_advisory_xact_lock($1)', [demoLock]);
    // Whoever folds holds some of the tables and waits for the others: not while we take them all.
    await sql.change('SELECT pg_advisory_xact_lock($1)', [foldLock]);
    if (await hasOrganisation(sql)) throw new DemoRefused('The demo is loaded only into an empty database.');
    const tables = demoRows(seed, nowMs, argon2id);
    // All at once and first: whoever reads some of them and waits for others could otherwise wait for us in a circle.
    await sql.change(`LOCK TABLE ${namesOf([...tables, ...tallyTables])}, tally_delta IN ACCESS EXCLUSIVE MODE`);
    const tell = progressOver(
      tables.reduce((sum, { rows }) => sum + rows.length, 0),
      onProgress,
    );
    for (const { table, rows } of tables) {
      const triggers = largeTables[table];
      const putBack = triggers && (await setAside(sql, table, triggers));
      await insertRows(sql, table, rows, tell);
      await putBack?.();
    }
    await sql.change(`SELECT setval('complaint_number', (SELECT max(number) FROM complaint))`);
    await openComplaintForm(sql);
    await chooseSurveyForms(sql);
    await countTallies(sql);
    await analyse(sql, tables);
    await playAlarms(sql);
    await playAppraisals(sql, seed, nowMs);
    // Who is at risk is to be called today, not after the first night.
    await keepHealth(sql, new Date(nowMs));
  });
}

/** Received where the most contacts are. */
const openComplaintForm = (sql: Sql): Promise<number> =>
  sql.change(
    `UPDATE complaint_form SET is_open = true, handling_department_id = (
       SELECT handling_department_id FROM contact GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1)`,
  );

/** By which forms customers are asked; that they are from now on, somebody switches on. */
async function chooseSurveyForms(sql: Sql): Promise<void> {
  const newest = (kind: string) => `(SELECT id FROM survey_form WHERE kind = '${kind}' ORDER BY id LIMIT 1)`;
  await sql.change(
    `UPDATE survey_setting SET contact_form_id = ${newest('csat')}, complaint_form_id = ${newest('csat')}`,
  );
  await sql.change(`UPDATE survey_account_setting SET form_id = ${newest('several')}`);
}

async function countTallies(sql: Sql): Promise<void> {
  // The sums of a year fit into this, and stay out of temporary files.
  await sql.change(`SET LOCAL work_mem = '192MB'`);
  const putBack: (() => Promise<void>)[] = [];
  for (const { table } of tallyTables) putBack.push(await setAside(sql, table));
  await rebuildTallies((text, values) => sql.rows(text, values ?? []));
  for (const back of putBack) await back();
}

/** Of the tallies only the keys: nothing is looked for by a count, and there are many. */
async function analyse(sql: Sql, tables: readonly TableRows[]): Promise<void> {
  const tallies = tallyTables.map(({ table, sides, keys }) => {
    const columns = [...(sides ? ['side'] : []), ...keys.map(([column]) => column), 'bucket'];
    return `${table} (${columns.join(', ')})`;
  });
  await sql.change(`ANALYZE ${namesOf(tables)}, ${tallies.join(', ')}`);
}

const namesOf = (tables: readonly { readonly table: string }[]): string =>
  [...new Set(tables.map(({ table }) => escapeIdentifier(table)))].join(', ');

export const hasOrganisation = async (sql: Sql): Promise<boolean> =>
  (await sql.first('SELECT FROM organisation')) !== undefined;

function progressOver(total: number, onProgress: DemoLoad['onProgress']): (count: number) => void {
  let done = 0;
  return (count) => {
    done += count;
    onProgress?.(Math.floor((100 * done) / total));
  };
}
