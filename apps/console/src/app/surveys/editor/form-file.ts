import { computed, DestroyRef, effect, inject, Injectable, resource, signal, untracked } from '@angular/core';
import type { SurveyContent, SurveyFormDetail, SurveyFormVersion } from '@forecall/contracts';
import { problemOf } from '../../platform/http/problem-error.js';
import { Texts } from '../../platform/i18n/texts.js';
import { Session } from '../../platform/session/session.js';
import { kept } from '../../ui/feedback/kept.js';
import { SurveysClient } from '../surveys-client.js';
import { type FaultsByPlace, faultsOf, faultsWhileWriting } from './shown-faults.js';

const saveAfterMilliseconds = 700;

/** One form that is looked at or worked on: its versions, the content as it stands here, and what the server has of it. */
@Injectable()
export class FormFile {
  private readonly client = inject(SurveysClient);
  private readonly texts = inject(Texts);
  private readonly mayWrite = inject(Session).hasRole('head', 'executive');
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
  readonly detail = signal<SurveyFormDetail | undefined>(undefined);
  readonly version = signal<SurveyFormVersion | undefined>(undefined);
  readonly content = signal<SurveyContent | undefined>(undefined);
  readonly form = computed(() => this.detail()?.form);
  readonly mayChange = computed(() => this.mayWrite && this.form()?.isArchived === false);
  readonly isWritable = computed(() => this.mayChange() && this.version()?.publishedAt === null);
  readonly saved = signal<'saved' | 'open' | 'saving' | 'failed' | 'overtaken'>('saved');
  readonly failure = signal<unknown>(null);

  /** Once it was to be published, all that is missing is said at its place. */
  readonly isJudged = signal(false);
  /** All that keeps it from being published. */
  readonly faults = computed((): FaultsByPlace => {
    const [version, content] = [this.version(), this.content()];
    return version && content ? faultsOf(version.kind, content) : new Map();
  });
  readonly shownFaults = computed((): FaultsByPlace => {
    const content = this.content();
    return this.isJudged() || !content ? this.faults() : faultsWhileWriting(this.faults(), content);
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
    const code = this.shownFaults().get(path);
    return code === undefined ? undefined : this.texts.say(`problem.field.${code}`);
  }

  /** The same for both languages of a text. */
  sidesAt(path: string): { en: string | undefined; zh: string | undefined } {
    return { en: this.faultAt(`${path}.en`), zh: this.faultAt(`${path}.zh`) };
  }

  change(content: SurveyContent): void {
    this.content.set(content);
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

  /** Whether all of it is at the server now. */
  async settle(): Promise<boolean> {
    if (this.saved() !== 'saved') await this.saveNow();
    return this.saved() === 'saved';
  }

  /** What is asked by now; undefined before the first version. */
  async published(): Promise<SurveyContent | undefined> {
    const published = this.form()?.published;
    return published ? (await this.client.version(this.id(), published.id)).content : undefined;
  }

  async publish(): Promise<void> {
    const version = this.version();
    if (!version) return;
    const detail = await this.client.publish(this.id(), version.revision);
    this.isJudged.set(false);
    this.take(detail, { ...version, publishedAt: detail.form.published?.publishedAt ?? null });
  }

  /** What was published is worked on again: it becomes the next version. */
  async workOn(): Promise<string> {
    const [version, content] = [this.version(), this.content()];
    if (!version || !content) return '';
    const draft = await this.client.save(this.id(), { revision: 0, content });
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

  async rename(name: SurveyFormDetail['form']['name']): Promise<void> {
    const { revision } = this.form() ?? { revision: 0 };
    this.detail.set(await this.client.change(this.id(), { revision, name }));
  }

  /** Leaves what was written here for what somebody else saved. */
  takeTheirs(): void {
    this.saved.set('saved');
    this.found.reload();
  }

  private async save(): Promise<void> {
    const [version, content] = [this.version(), this.content()];
    if (!version || !content || !['open', 'failed'].includes(this.saved())) return;
    this.saved.set('saving');
    this.failure.set(null);
    try {
      const { revision } = await this.client.save(this.id(), { revision: version.revision, content });
      this.version.set({ ...version, revision, content });
      if (this.content() === content) this.saved.set('saved');
      else this.change(this.content() ?? content);
    } catch (error) {
      this.failure.set(error);
      this.saved.set(problemOf(error).code === 'changed-meanwhile' ? 'overtaken' : 'failed');
    }
  }

  private take(detail: SurveyFormDetail, version: SurveyFormVersion): void {
    if (this.saved() !== 'saved') return;
    this.detail.set(detail);
    this.version.set(version);
    this.content.set(version.content);
    this.failure.set(null);
  }
}
