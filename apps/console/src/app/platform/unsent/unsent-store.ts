import { inject, Service, signal } from '@angular/core';
import type { Problem } from '@forecall/contracts';
import { BrowserDatabase, type Change, type DraftKey, type KeptWrite } from '../storage/browser-database.js';

/**
 * Where unsent writes are kept: on this computer's disk, and where the browser refuses that, in this page. Then
 * `isOnDisk` says so, and whatever could not be stored is tried again each time the list is read.
 */
@Service()
export class UnsentStore {
  private readonly database = inject(BrowserDatabase);
  private readonly inPage = new Map<string, KeptWrite>();
  /** What the server has, in case it cannot be taken off the disk. */
  private readonly done = new Set<string>();
  private readonly onDisk = signal(true);
  readonly isOnDisk = this.onDisk.asReadonly();

  /** In the order of saving. */
  async writesOf(owner: string): Promise<KeptWrite[]> {
    await this.storeAgain();
    const stored = await this.database.writesOf(owner).catch(() => []);
    const inPage = [...this.inPage.values()].filter((write) => write.owner === owner);
    return [...stored, ...inPage].filter(({ id }) => !this.done.has(id));
  }

  /** Kept when it resolves; with the draft that it was gone from the disk at the same moment. */
  async add(write: KeptWrite, draft?: DraftKey): Promise<void> {
    this.done.delete(write.id);
    if (await this.isStored(write, draft)) return;
    this.inPage.set(write.id, write);
    this.onDisk.set(false);
  }

  async remove(id: string): Promise<void> {
    this.done.add(id);
    this.inPage.delete(id);
    this.onDisk.set(this.inPage.size === 0);
    await this.database
      .change(async (change) => {
        const place = await placeOf(change, id);
        if (place !== undefined) await change.objectStore('unsent').delete(place);
      })
      .catch(() => undefined);
  }

  async refuse(id: string, refusal: Problem): Promise<void> {
    const inPage = this.inPage.get(id);
    if (inPage) {
      this.inPage.set(id, { ...inPage, refusal });
      return;
    }
    await this.database
      .change(async (change) => {
        const place = await placeOf(change, id);
        const write = place === undefined ? undefined : await change.objectStore('unsent').get(place);
        if (write) await change.objectStore('unsent').put({ ...write, refusal });
      })
      .catch(() => undefined);
  }

  private async storeAgain(): Promise<void> {
    for (const write of this.inPage.values()) if (await this.isStored(write)) this.inPage.delete(write.id);
    this.onDisk.set(this.inPage.size === 0);
  }

  private async isStored(write: KeptWrite, draft?: DraftKey): Promise<boolean> {
    try {
      await this.database.changeAtOnce((change) => [
        change.objectStore('unsent').add(write),
        ...(draft ? [change.objectStore('draft').delete(draft)] : []),
      ]);
      return true;
    } catch (error) {
      // The same id is there already: another press, or another tab, was first.
      return error instanceof DOMException && error.name === 'ConstraintError';
    }
  }
}

const placeOf = (change: Change, id: string) => change.objectStore('unsent').index('id').getKey(id);
