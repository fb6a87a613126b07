import { Injectable } from '@nestjs/common';
import { isConnectionFault } from '../../platform/database/connection-fault.js';
import { Database, type Sql } from '../../platform/database/database.js';
import type { ContactEntry } from './contact-entry.js';
import { GroupCommit } from './group-commit.js';
import { type StoreOutcome, storeMany, storeOne } from './store-contacts.query.js';

/**
 * Where contacts go into the database: the plain ones in groups, the others in their own transaction. Whoever waits in a
 * group is a request under way, and the server answers those before the database is closed: nothing is left at the end.
 */
@Injectable()
export class ContactStore {
  private readonly groups = new GroupCommit<ContactEntry, StoreOutcome>(
    (entries) => this.storeGroup(entries),
    isConnectionFault,
  );

  constructor(private readonly database: Database) {}

  /** Alone or with others, as it comes; resolves after the commit. */
  storeInGroup(entry: ContactEntry): Promise<StoreOutcome> {
    return this.groups.add(entry);
  }

  /** As part of the caller's transaction. */
  async storeIn(sql: Sql, entry: ContactEntry): Promise<StoreOutcome> {
    return outcomeOf(await sql.first<StoreOutcome>(storeOne, [JSON.stringify(entry)]));
  }

  /** Named statements, because planning one of them takes longer than storing a group. */
  private async storeGroup(entries: readonly ContactEntry[]): Promise<StoreOutcome[]> {
    const rows =
      entries.length === 1
        ? await this.database.prepared<StoreOutcome>('store-one-contact', storeOne, [JSON.stringify(entries[0])])
        : await this.database.prepared<StoreOutcome>('store-contacts', storeMany, [JSON.stringify(entries)]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return entries.map(({ id }) => outcomeOf(byId.get(id)));
  }
}

function outcomeOf(outcome: StoreOutcome | undefined): StoreOutcome {
  if (!outcome) throw new Error('The statement answers for every contact it is given.');
  return outcome;
}
