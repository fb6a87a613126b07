import { Service } from '@angular/core';
import type { Problem } from '@forecall/contracts';
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';

/** A write that the server has not answered yet. */
export interface KeptWrite {
  /** The database's own, rising: the order of saving, across the tabs. */
  readonly place?: number;
  /** Made when it was begun; by it the server knows a repeat. */
  readonly id: string;
  /** The sign-in whose it is. */
  readonly owner: string;
  /** Where it is posted to. */
  readonly path: string;
  readonly body: unknown;
  /** As it stood in its form, for the case that it must go back there. */
  readonly form: unknown;
  /** Why the server does not take it; null while it only has not answered. */
  readonly refusal: Problem | null;
}

/** Where a draft belongs: to one user, in one tab, in one form. */
export type DraftKey = [owner: string, tab: string, form: string];

export interface KeptDraft {
  readonly owner: string;
  readonly tab: string;
  readonly form: string;
  readonly content: unknown;
  /** ISO. */
  readonly keptAt: string;
}

interface Stores extends DBSchema {
  unsent: { key: number; value: KeptWrite; indexes: { owner: string; id: string } };
  draft: { key: DraftKey; value: KeptDraft; indexes: { owner: string } };
}
type StoreName = 'unsent' | 'draft';
export type Change = IDBPTransaction<Stores, StoreName[], 'readwrite'>;

/** A database that is not open by then counts as refused: nobody waits for it with a customer on the line. */
const openWithinMilliseconds = 3_000;

/**
 * What this browser keeps for its users, in IndexedDB. Each change is on the disk when its promise resolves. Where the
 * browser refuses (private windows, blocked site data, a full disk) the promises reject.
 */
@Service()
export class BrowserDatabase {
  private opened: Promise<IDBPDatabase<Stores>> | undefined;

  async writesOf(owner: string): Promise<KeptWrite[]> {
    // Within an index of equal keys the order is that of the place.
    return (await this.open()).getAllFromIndex('unsent', 'owner', owner);
  }

  async draftsOf(owner: string): Promise<KeptDraft[]> {
    return (await this.open()).getAllFromIndex('draft', 'owner', owner);
  }

  /** All that `act` asks for, or nothing of it. */
  async change(act: (change: Change) => Promise<unknown>): Promise<void> {
    const change = await this.begin();
    await Promise.all([change.done, (async () => act(change))()]);
  }

  /** As `change`, for what asks nothing back: the browser finishes it even where the page is gone the moment after. */
  async changeAtOnce(act: (change: Change) => readonly Promise<unknown>[]): Promise<void> {
    const change = await this.begin();
    const all = Promise.all([change.done, ...act(change)]);
    try {
      change.commit();
    } catch {
      // It has been given up already, and `all` says why.
    }
    await all;
  }

  private async begin(): Promise<Change> {
    const database = await this.open();
    return database.transaction(['unsent', 'draft'], 'readwrite', { durability: 'strict' });
  }

  private open(): Promise<IDBPDatabase<Stores>> {
    const opened = this.opened ?? this.openAnew();
    this.opened = opened;
    return opened;
  }

  private async openAnew(): Promise<IDBPDatabase<Stores>> {
    const forget = () => (this.opened = undefined);
    try {
      return await within(
        openWithinMilliseconds,
        openDB<Stores>('forecall', 1, {
          upgrade(database) {
            const unsent = database.createObjectStore('unsent', { keyPath: 'place', autoIncrement: true });
            unsent.createIndex('owner', 'owner');
            unsent.createIndex('id', 'id', { unique: true });
            const draft = database.createObjectStore('draft', { keyPath: ['owner', 'tab', 'form'] });
            draft.createIndex('owner', 'owner');
          },
          // A tab of a newer release waits for this one to let go.
          blocking(_current, _next, event) {
            forget();
            (event.target as IDBDatabase).close();
          },
          terminated: forget,
        }),
      );
    } catch (error) {
      forget();
      throw error;
    }
  }
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Not open within ${milliseconds} ms.`)), milliseconds);
    void work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
