import { DestroyRef, effect, inject, resource, signal, untracked } from '@angular/core';
import type { VersionName } from '@forecall/contracts';
import { problemOf } from '../platform/http/problem-error.js';
import { kept } from '../ui/feedback/kept.js';

const saveAfterMilliseconds = 700;

/** What the server has of one version. */
interface Version extends VersionName {
  readonly revision: number;
}

/** Where its document and its versions are kept. */
export interface DraftStore<Detail, One, Content> {
  one(id: string): Promise<Detail>;
  version(id: string, versionId: string): Promise<One>;
  /** `isLast`: the page is going, and what is sent goes on without it. */
  save(id: string, revision: number, content: Content, isLast: boolean): Promise<One>;
  publish(id: string, revision: number): Promise<Detail>;
  drop(id: string, revision: number): Promise<unknown>;
}

/** How far what was written is at the server. */
export type DraftStanding = 'saved' | 'open' | 'saving' | 'failed' | 'overtaken';

/** One document that is looked at or worked on: its versions, the content as it stands here, saved by itself, and what the server has of it. */
export abstract class DraftFile<Detail extends { versions: readonly VersionName[] }, One extends Version, Content> {
  protected abstract readonly store: DraftStore<Detail, One, Content>;
  protected abstract contentOf(version: One): Content;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<void> = Promise.resolve();

  readonly id = signal('');
  /** The version that is asked for; none: the draft, else what was published last. */
  readonly asked = signal<string | undefined>(undefined);
  readonly found = kept(
    resource({
      params: () => (this.id() === '' ? undefined : { id: this.id(), asked: this.asked() }),
      loader: async ({ params: { id, asked } }) => {
        const detail = await this.store.one(id);
        const versionId = asked ?? detail.versions[0]?.id ?? '';
        return { detail, version: await this.store.version(id, versionId) };
      },
    }),
  );
  readonly detail = signal<Detail | undefined>(undefined);
  readonly version = signal<One | undefined>(undefined);
  readonly content = signal<Content | undefined>(undefined);
  readonly saved = signal<DraftStanding>('saved');
  readonly failure = signal<unknown>(null);

  constructor() {
    effect(() => {
      const found = this.found.value();
      untracked(() => {
        if (found) this.take(found.detail, found.version);
      });
    });
    const page = new AbortController();
    addEventListener('beforeunload', (event) => this.leave(event), page);
    addEventListener('pagehide', () => this.flush(), page);
    inject(DestroyRef).onDestroy(() => {
      page.abort();
      this.flush();
    });
  }

  change(content: Content): void {
    this.content.set(content);
    if (this.saved() === 'overtaken') return;
    this.saved.set('open');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.saveNow(), saveAfterMilliseconds);
  }

  /** One after the other: each needs the revision that the one before gave. */
  saveNow(isLast = false): Promise<void> {
    clearTimeout(this.timer);
    this.saving = this.saving.then(() => this.save(isLast));
    return this.saving;
  }

  /** Without waiting for the next pause in typing. */
  private flush(): void {
    if (this.saved() === 'open') void this.saveNow(true);
  }

  /** What waits is sent and arrives; what is on its way or was refused may be lost, so the browser asks. */
  private leave(event: Event): void {
    const isSafe = ['saved', 'open'].includes(this.saved());
    this.flush();
    if (!isSafe) event.preventDefault();
  }

  /** Whether all of it is at the server now. */
  async settle(): Promise<boolean> {
    if (this.saved() !== 'saved') await this.saveNow();
    return this.saved() === 'saved';
  }

  /** The draft becomes the newest version; it is to be settled. */
  async publish(): Promise<void> {
    const version = this.version();
    if (!version) return;
    const detail = await this.store.publish(this.id(), version.revision);
    const { publishedAt = null } = detail.versions.find(({ id }) => id === version.id) ?? {};
    this.take(detail, { ...version, publishedAt });
  }

  /** What was published is worked on again: it becomes the next version, whose id is given. */
  async workOn(): Promise<string> {
    const content = this.content();
    if (content === undefined) return '';
    const draft = await this.store.save(this.id(), 0, content, false);
    this.take(await this.store.one(this.id()), draft);
    return draft.id;
  }

  async drop(): Promise<void> {
    clearTimeout(this.timer);
    await this.saving;
    await this.store.drop(this.id(), this.version()?.revision ?? 0);
    this.saved.set('saved');
    this.asked.set(undefined);
    this.found.reload();
  }

  /** Leaves what was written here for what somebody else saved. */
  takeTheirs(): void {
    this.saved.set('saved');
    this.found.reload();
  }

  private async save(isLast: boolean): Promise<void> {
    const [version, content] = [this.version(), this.content()];
    if (!version || content === undefined || !['open', 'failed'].includes(this.saved())) return;
    this.saved.set('saving');
    this.failure.set(null);
    try {
      this.version.set(await this.store.save(this.id(), version.revision, content, isLast));
      if (this.content() === content) this.saved.set('saved');
      else this.change(this.content() ?? content);
    } catch (error) {
      this.failure.set(error);
      this.saved.set(problemOf(error).code === 'changed-meanwhile' ? 'overtaken' : 'failed');
    }
  }

  private take(detail: Detail, version: One): void {
    if (this.saved() !== 'saved') return;
    this.detail.set(detail);
    this.version.set(version);
    this.content.set(this.contentOf(version));
    this.failure.set(null);
  }
}
