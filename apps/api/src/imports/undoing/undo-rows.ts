import type { Database, Sql } from '../../platform/database/database.js';
import { forgetUnits } from '../../tallies/forget-units.query.js';
import { foldDifferences } from '../writing/fold-differences.js';
import { type BroughtKind, hasPeoplesDuty, isPeoples, otherImport, referencesTo } from './references.query.js';
import { deleteAccounts, deleteContacts, deleteOrganisation, deletePersons, deleteRelationship } from './undo.query.js';

const rowsAtOnce = 1_000;
/** As when importing: the more differences of a day are folded together, the fewer tallies are touched. */
const portionsPerFold = 20;

/**
 * Takes out what a batch brought: contacts with their complaints and answers, revenue, people, customers, then the staff,
 * reasons, teams and departments that it made and nobody else uses. Each portion is committed by itself; an interrupted
 * undo goes on where it was. What somebody has worked on in this very moment stays.
 */
export async function undoRows(database: Database, batchId: string): Promise<void> {
  await deleteContactsOf(database, batchId);
  await portions(database, (sql) => deleteRelationship(sql, batchId, rowsAtOnce));
  for (const kind of ['person', 'account', 'staff', 'reason', 'team', 'department'] as const)
    await handToOthers(database, kind, batchId);
  await portions(database, (sql) => deletePersons(sql, batchId, rowsAtOnce));
  await portions(database, (sql) => deleteAccounts(sql, batchId, rowsAtOnce));
  await database.transaction(async (sql) => forgetUnits(sql, await deleteOrganisation(sql, batchId)));
}

async function deleteContactsOf(database: Database, batchId: string): Promise<void> {
  const isFree = await freeContacts(database);
  for (let after: string | null = null, n = 1; ; n++) {
    const portion = await database.transaction(async (sql) => {
      const deleted = await deleteContacts(sql, { batchId, after, most: rowsAtOnce, isFree });
      await sql.change('UPDATE import_batch SET rows_undone = rows_undone + $2 WHERE id = $1', [
        batchId,
        deleted.deleted,
      ]);
      return deleted;
    });
    if (portion.last === null) break;
    after = portion.last;
    if (n % portionsPerFold === 0) await foldDifferences(database);
  }
  await foldDifferences(database);
}

/** SQL: people have not changed the contact `t`, its answers or its complaint, nor does anything of theirs refer to these. */
async function freeContacts(sql: Sql): Promise<string> {
  const changed = 't.revision > 1 OR t.voided_at IS NOT NULL';
  const contact = (await referencesTo(sql, 'contact')).map(isPeoples);
  const complaint = [...(await referencesTo(sql, 'complaint')).map(isPeoples), hasPeoplesDuty];
  return `NOT (${[changed, ...contact].join(' OR ')})
    AND NOT EXISTS (SELECT FROM (SELECT * FROM answer WHERE contact_id = t.id) t WHERE ${changed})
    AND NOT EXISTS (
      SELECT FROM (SELECT * FROM complaint WHERE contact_id = t.id) t WHERE ${[changed, ...complaint].join(' OR ')})`;
}

/** What another import uses too belongs to that one from now on, and goes with it. */
async function handToOthers(database: Database, kind: BroughtKind, batchId: string): Promise<void> {
  const others = (await referencesTo(database, kind)).flatMap((reference) => otherImport(reference) ?? []);
  const hand = () =>
    database.change(
      /* sql */ `
      UPDATE ${kind} t SET batch_id = o.batch_id
      FROM (SELECT t.id, coalesce(${others.join(', ')}) AS batch_id FROM ${kind} t WHERE t.batch_id = $1) o
      WHERE o.id = t.id AND o.batch_id IS NOT NULL`,
      [batchId],
    );
  // Again for those above: a reason goes with those below it.
  while ((await hand()) > 0);
  for (const part of partsOf[kind] ?? []) {
    await database.change(
      /* sql */ `
      UPDATE ${part} p SET batch_id = t.batch_id FROM ${kind} t
      WHERE p.${kind}_id = t.id AND p.batch_id = $1 AND t.batch_id IS DISTINCT FROM $1`,
      [batchId],
    );
  }
}

/** What goes where the row goes. */
const partsOf: Partial<Record<BroughtKind, readonly string[]>> = {
  account: ['account_class', 'account_care'],
  staff: ['membership', 'leadership'],
};

async function portions(database: Database, work: (sql: Sql) => Promise<number>): Promise<void> {
  while ((await database.transaction(work)) > 0);
}
