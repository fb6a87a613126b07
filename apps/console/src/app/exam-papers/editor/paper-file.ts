import { computed, DestroyRef, effect, inject, Injectable, resource, signal, untracked } from '@angular/core';
import type { PaperDetail, PaperVersion, RubricText, ScenarioText } from '@forecall/contracts';
import { rubricFaults } from '@forecall/domain';
import { problemOf } from '../../platform/http/problem-error.js';
import { Texts } from '../../platform/i18n/texts.js';
import { kept } from '../../ui/feedback/kept.js';
import { ExamPapersClient } from '../exam-papers-client.js';

type Text = RubricText | ScenarioText;

const saveAfterMilliseconds = 700;

/** One paper that is looked at or worked on: its versions, the text as it stands here, and what the server has of it. */
@Injectable()
export class PaperFile {
  private readonly client = inject(ExamPapersClient);
  private readonly texts = inject(Texts);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<void> = Promise.resolve();

  readonly id = signal('');
  /** The version that is asked for; none: the draft, else what was published last. */
  readonly asked = signal<string | undefined>(undefined);
  readonly found = kept(
    resource({
      params: () => (this.id() === '' ? undefined : { id: this.id(), asked: this.asked() }),
      loader: async ({ params: { id, asked } }) => {
        const detail = await this.client.one(id);
        const versionId = asked ?? detail.versions[0]?.id ?? '';
        return { detail, version: await this.client.version(id, versionId) };
      },
    }),
  );
  readonly detail = signal<PaperDetail | undefined>(undefined);
  readonly version = signal<PaperVersion | undefined>(undefined);
  readonly text = signal<Text | undefined>(undefined);
  readonly isDraft = computed(() => this.version()?.publishedAt === null);
  readonly isWritable = computed(() => this.isDraft() && this.detail()?.paper.mayWrite === true);
  readonly saved = signal<'saved' | 'open' | 'saving' | 'failed' | 'overtaken'>('saved');
  readonly failure = signal<unknown>(null);

  private readonly refused = signal<ReadonlyMap<string, string> | null>(null);
  /** What is wrong at which place, once it was to be published. */
  readonly faults = computed((): ReadonlyMap<string, string> => {
    const [refused, text] = [this.refused(), this.text()];
    if (refused === null || !text) return new Map();
    return 'groups' in text ? new Map(rubricFaults(text).map(({ path, code }) => [path, code])) : refused;
  });

  constructor() {
    effect(() => {
      const found = this.found.value();
      untracked(() => {
        if (found) this.take(found.detail, found.version);
      });
    });
    inject(DestroyRef).onDestroy(() => {
      if (this.saved() === 'open') void this.saveNow();
    });
  }

  /** The words of what is wrong at a place, for its field. */
  faultAt(path: string): string | undefined {
    const code = this.faults().get(path);
    return code === undefined ? undefined : this.texts.say(`problem.field.${code}`);
  }

  change(text: Text): void {
    this.text.set(text);
    if (this.saved() === 'overtaken') return;
    this.saved.set('open');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.saveNow(), saveAfterMilliseconds);
  }

  /** One after the other: each needs the revision that the one before gave. */
  saveNow(): Promise<void> {
    clearTimeout(this.timer);
    this.saving = this.saving.then(() => this.save());
    return this.saving;
  }

  /** Gives whether it was published. */
  async publish(): Promise<boolean> {
    if (this.saved() !== 'saved') await this.saveNow();
    const version = this.version();
    if (!version || this.saved() !== 'saved') return false;
    try {
      const detail = await this.client.publish(this.id(), version.revision);
      this.refused.set(null);
      this.take(detail, { ...version, publishedAt: detail.paper.published?.publishedAt ?? null });
      return true;
    } catch (error) {
      const { code, fields } = problemOf(error);
      if (code !== 'paper-unfinished') throw error;
      this.refused.set(new Map(fields?.map((field) => [field.path, field.code])));
      return false;
    }
  }

  /** What was published is worked on again: it becomes the next version. */
  async workOn(): Promise<string> {
    const [version, text] = [this.version(), this.text()];
    if (!version || !text) return '';
    const draft = await this.client.save(this.id(), { revision: 0, text });
    this.take(await this.client.one(this.id()), draft);
    return draft.id;
  }

  async drop(): Promise<void> {
    clearTimeout(this.timer);
    await this.saving;
    await this.client.drop(this.id(), this.version()?.revision ?? 0);
    this.saved.set('saved');
    this.asked.set(undefined);
    this.found.reload();
  }

  /** Leaves what was written here for what somebody else saved. */
  takeTheirs(): void {
    this.saved.set('saved');
    this.found.reload();
  }

  private async save(): Promise<void> {
    const [version, text] = [this.version(), this.text()];
    if (!version || !text || this.saved() !== 'open') return;
    this.saved.set('saving');
    this.failure.set(null);
    try {
      const { revision } = await this.client.save(this.id(), { revision: version.revision, text });
      this.version.set({ ...version, revision, text } as PaperVersion);
      if (this.text() === text) this.saved.set('saved');
      else this.change(this.text() ?? text);
    } catch (error) {
      this.failure.set(error);
      this.saved.set(problemOf(error).code === 'changed-meanwhile' ? 'overtaken' : 'failed');
    }
  }

  private take(detail: PaperDetail, version: PaperVersion): void {
    if (this.saved() !== 'saved') return;
    this.detail.set(detail);
    this.version.set(version);
    this.text.set(version.text);
    this.failure.set(null);
  }
}
