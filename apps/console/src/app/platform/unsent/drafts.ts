import { computed, DestroyRef, inject, Service, signal } from '@angular/core';
import { v7 as uuid } from 'uuid';
import { Session } from '../session/session.js';
import { BrowserDatabase, type DraftKey, type KeptDraft } from '../storage/browser-database.js';
import { Tab, nameOfTab } from '../storage/tab.js';
import { heldNames, ifFree } from '../storage/tab-locks.js';

/** What is typed within it goes to the disk together; a crash costs no more. */
const keepWithinMilliseconds = 250;

interface Pending {
  readonly owner: string;
  /** null: nothing is in the form, so nothing is kept. */
  readonly content: unknown;
}

/** Keeps what stands in forms and is not saved yet: over a reload, and for its user also over the end of tab or browser. */
@Service()
export class Drafts {
  private readonly database = inject(BrowserDatabase);
  private readonly session = inject(Session);
  private readonly tab = inject(Tab);
  private readonly pending = new Map<string, Pending>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing: Promise<unknown> = Promise.resolve();
  private readonly kept = signal<boolean | null>(null);
  private readonly isOnItsWay = signal(false);
  /** Whether what went to this computer's disk last is there; null while nothing was kept yet. */
  readonly isKept = this.kept.asReadonly();
  /** Whether the very last of it is there: not while some of it is on its way. */
  readonly isAllKept = computed(() => this.kept() === true && !this.isOnItsWay());

  constructor() {
    const page = new AbortController();
    const flush = () => void this.flush();
    addEventListener('pagehide', flush, page);
    document.addEventListener('visibilitychange', flush, page);
    addEventListener('beforeunload', (event) => this.leave(event), page);
    inject(DestroyRef).onDestroy(() => page.abort());
  }

  /** Keeps it soon; null takes it away. */
  keep(form: string, content: unknown): void {
    const owner = this.session.me()?.signInId;
    if (owner === undefined) return;
    this.pending.set(form, { owner, content });
    this.isOnItsWay.set(true);
    this.timer ??= setTimeout(() => void this.flush(), keepWithinMilliseconds);
  }

  async keepNow(form: string, content: unknown): Promise<void> {
    this.keep(form, content);
    await this.flush();
  }

  /** For whoever saves the form: from now on the draft is theirs, and what was about to be kept no longer is. */
  async handOver(form: string): Promise<DraftKey> {
    this.pending.delete(form);
    const owner = this.ownerNow();
    await this.writing;
    return [owner, await this.tab.idFor(owner), form];
  }

  /** This user's in this tab. */
  async own(form: string): Promise<unknown> {
    await this.flush();
    const owner = this.ownerNow();
    const tab = await this.tab.idFor(owner);
    const drafts = await this.draftsOf(owner);
    return drafts.find((draft) => draft.form === form && draft.tab === tab)?.content ?? null;
  }

  /** This user's of tabs that are no more, the oldest first. Where nobody can know which tabs live there are none. */
  async leftBehind(form: string): Promise<KeptDraft[]> {
    const owner = this.session.me()?.signInId;
    if (owner === undefined) return [];
    const tab = await this.tab.idFor(owner);
    const drafts = await this.draftsOf(owner);
    const living = await heldNames();
    return drafts
      .filter((draft) => draft.form === form && draft.tab !== tab)
      .filter((draft) => living?.has(nameOfTab(owner, draft.tab)) === false)
      .sort((one, other) => one.keptAt.localeCompare(other.keptAt));
  }

  /** Keeps something as of a tab that is no more: to be taken up again, by whoever has room for it. */
  async putBy(form: string, content: unknown): Promise<void> {
    await this.restore({ owner: this.ownerNow(), tab: uuid(), form, content, keptAt: new Date().toISOString() });
  }

  /** Makes it this tab's own; false where another tab was first, or where its own has come back. */
  async takeUp(draft: KeptDraft): Promise<boolean> {
    const tab = await this.tab.idFor(draft.owner);
    const taken = await ifFree(nameOfTab(draft.owner, draft.tab), async () => {
      let isThere = false;
      await this.database.change(async (change) => {
        const store = change.objectStore('draft');
        isThere = (await store.get(keyOf(draft))) !== undefined;
        if (!isThere) return;
        await Promise.all([store.delete(keyOf(draft)), store.put({ ...draft, tab })]);
      });
      return isThere;
    });
    return taken ?? false;
  }

  drop(draft: KeptDraft): Promise<void> {
    return this.database.change((change) => change.objectStore('draft').delete(keyOf(draft)));
  }

  restore(draft: KeptDraft): Promise<void> {
    return this.database.change((change) => change.objectStore('draft').put(draft));
  }

  private flush(): Promise<unknown> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const pending = [...this.pending];
    this.pending.clear();
    if (pending.length > 0)
      this.writing = Promise.all(pending.map(([form, one]) => this.write(form, one))).then(
        () => this.kept.set(true),
        () => this.kept.set(false),
      );
    const { writing } = this;
    return writing.then(() => {
      if (writing === this.writing) this.isOnItsWay.set(this.pending.size > 0);
    });
  }

  private async write(form: string, { owner, content }: Pending): Promise<void> {
    const tab = await this.tab.idFor(owner);
    const draft = { owner, tab, form, content, keptAt: new Date().toISOString() };
    await this.database.changeAtOnce((change) => {
      const store = change.objectStore('draft');
      return [content === null ? store.delete(keyOf(draft)) : store.put(draft)];
    });
  }

  private draftsOf(owner: string): Promise<KeptDraft[]> {
    return this.database.draftsOf(owner).catch(() => []);
  }

  private ownerNow(): string {
    const owner = this.session.me()?.signInId;
    if (owner === undefined) throw new Error('Nobody is signed in.');
    return owner;
  }

  /** What could not be kept would be lost with the page. */
  private leave(event: Event): void {
    if (this.kept() === false && this.session.me() !== null) event.preventDefault();
  }
}

const keyOf = ({ owner, tab, form }: KeptDraft): DraftKey => [owner, tab, form];
