import { computed, inject, Injectable, signal } from '@angular/core';
import type { PaperDetail, PaperVersion, RubricText, ScenarioText } from '@forecall/contracts';
import { rubricFaults } from '@forecall/domain';
import { DraftFile, type DraftStore } from '../../drafts/index.js';
import { problemOf } from '../../platform/http/problem-error.js';
import { Texts } from '../../platform/i18n/texts.js';
import { ExamPapersClient } from '../exam-papers-client.js';

type Text = RubricText | ScenarioText;

/** One paper that is looked at or worked on. */
@Injectable()
export class PaperFile extends DraftFile<PaperDetail, PaperVersion, Text> {
  private readonly client = inject(ExamPapersClient);
  private readonly texts = inject(Texts);
  protected readonly store: DraftStore<PaperDetail, PaperVersion, Text> = {
    one: (id) => this.client.one(id),
    version: (id, versionId) => this.client.version(id, versionId),
    save: (id, revision, text, isLast) => this.client.save(id, { revision, text }, isLast),
    publish: (id, revision) => this.client.publish(id, revision),
    drop: (id, revision) => this.client.drop(id, revision),
  };

  readonly paper = computed(() => this.detail()?.paper);
  readonly mayChange = computed(() => this.paper()?.mayWrite === true && !this.paper()?.isArchived);
  readonly isWritable = computed(() => this.mayChange() && this.version()?.publishedAt === null);

  private readonly refused = signal<ReadonlyMap<string, string> | null>(null);
  /** What is wrong at which place, once it was to be published. */
  readonly faults = computed((): ReadonlyMap<string, string> => {
    const [refused, text] = [this.refused(), this.content()];
    if (refused === null || !text) return new Map();
    return 'groups' in text ? new Map(rubricFaults(text).map(({ path, code }) => [path, code])) : refused;
  });

  /** The words of what is wrong at a place, for its field. */
  faultAt(path: string): string | undefined {
    const code = this.faults().get(path);
    return code === undefined ? undefined : this.texts.say(`problem.field.${code}`);
  }

  /** Gives whether it was published; what keeps it from that is said at its place. */
  async tryToPublish(): Promise<boolean> {
    if (!(await this.settle())) return false;
    try {
      await this.publish();
      this.refused.set(null);
      return true;
    } catch (error) {
      const { code, fields } = problemOf(error);
      if (code !== 'paper-unfinished') throw error;
      this.refused.set(new Map(fields?.map((field) => [field.path, field.code])));
      return false;
    }
  }

  protected contentOf({ text }: PaperVersion): Text {
    return text;
  }
}
