import { computed, inject, Injectable, signal } from '@angular/core';
import type { SurveyContent, SurveyFormDetail, SurveyFormVersion } from '@forecall/contracts';
import { DraftFile, type DraftStore } from '../../drafts/index.js';
import { Texts } from '../../platform/i18n/texts.js';
import { Session } from '../../platform/session/session.js';
import { SurveysClient } from '../surveys-client.js';
import { type FaultsByPlace, faultsOf, faultsWhileWriting } from './shown-faults.js';

/** One form that is looked at or worked on. */
@Injectable()
export class FormFile extends DraftFile<SurveyFormDetail, SurveyFormVersion, SurveyContent> {
  private readonly client = inject(SurveysClient);
  private readonly texts = inject(Texts);
  private readonly mayWrite = inject(Session).hasRole('head', 'executive');
  protected readonly store: DraftStore<SurveyFormDetail, SurveyFormVersion, SurveyContent> = {
    one: (id) => this.client.one(id),
    version: (id, versionId) => this.client.version(id, versionId),
    save: (id, revision, content, isLast) => this.client.save(id, { revision, content }, isLast),
    publish: (id, revision) => this.client.publish(id, revision),
    drop: (id, revision) => this.client.drop(id, revision),
  };

  readonly form = computed(() => this.detail()?.form);
  readonly mayChange = computed(() => this.mayWrite && this.form()?.isArchived === false);
  readonly isWritable = computed(() => this.mayChange() && this.version()?.publishedAt === null);

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

  /** The words of what is wrong at a place, for its field. */
  faultAt(path: string): string | undefined {
    const code = this.shownFaults().get(path);
    return code === undefined ? undefined : this.texts.say(`problem.field.${code}`);
  }

  /** The same for both languages of a text. */
  sidesAt(path: string): { en: string | undefined; zh: string | undefined } {
    return { en: this.faultAt(`${path}.en`), zh: this.faultAt(`${path}.zh`) };
  }

  /** What is asked by now; undefined before the first version. */
  async published(): Promise<SurveyContent | undefined> {
    const published = this.form()?.published;
    return published ? (await this.client.version(this.id(), published.id)).content : undefined;
  }

  override async publish(): Promise<void> {
    await super.publish();
    this.isJudged.set(false);
  }

  async rename(name: SurveyFormDetail['form']['name']): Promise<void> {
    const { revision } = this.form() ?? { revision: 0 };
    this.detail.set(await this.client.change(this.id(), { revision, name }));
  }

  protected contentOf({ content }: SurveyFormVersion): SurveyContent {
    return content;
  }
}
