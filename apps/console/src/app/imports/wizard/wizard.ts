import { computed, effect, inject, resource, signal, untracked } from '@angular/core';
import type {
  DetectedImport,
  DetectionQuery,
  ImportColumn,
  ImportDetection,
  ImportPresetEntry,
} from '@forecall/contracts';
import { Session } from '../../platform/session/session.js';
import { keep, readKept } from '../../platform/storage/stored-json.js';
import { kept } from '../../ui/feedback/kept.js';
import { followBatch } from '../followed-batch.js';
import { ImportsClient } from '../imports-client.js';
import { blankDefinition, fittedTo, saidOf, unknownColumn } from '../mapping/defaults.js';
import { columnsNamed, isRecord, type Definition } from '../mapping/definition.js';
import { Looks } from '../looks.js';
import type { Parked } from '../mapping/parts.js';
import { PresetsClient } from '../presets-client.js';

/** The preset that was taken or saved last, as it was then. */
export interface SavedPreset {
  readonly name: string;
  readonly revision: number;
  readonly isShipped: boolean;
  readonly definition: Definition;
}

const quietMilliseconds = 400;
const draftOf = (id: string): string => `import.${id}`;
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What is being said of one file until it is checked. Made in a component's field; what is said stays in the browser. */
export class Wizard {
  private readonly client = inject(ImportsClient);
  private readonly looks = inject(Looks);
  private readonly presets = inject(PresetsClient);
  private readonly session = inject(Session);
  readonly id = signal('');
  readonly followed = followBatch(computed(() => this.id() || undefined));
  readonly batch = this.followed.value;
  readonly isWaiting = computed(() => ['received', 'checked', 'failed'].includes(this.batch()?.state ?? ''));

  readonly definition = signal<Definition | undefined>(undefined);
  readonly parked = signal<Parked>({});
  readonly saved = signal<SavedPreset | null>(null);
  readonly isSaved = computed(() => isSame(this.saved()?.definition, this.definition()));
  /** What was detected before anybody said otherwise. */
  private readonly first = signal<ImportDetection | undefined>(undefined);
  private readonly said = computed(
    (): DetectionQuery => {
      const [definition, first] = [this.definition(), this.first()];
      return definition && first ? saidOf(definition, first) : {};
    },
    { equal: isSame },
  );
  readonly detected = kept<DetectedImport>(
    resource({
      params: () => (this.isWaiting() ? { id: this.id(), said: this.said() } : undefined),
      loader: ({ params, abortSignal }) =>
        this.looks.next(abortSignal, () => this.client.detect(params.id, params.said)),
    }),
  );
  readonly detection = computed(() => this.detected.value()?.detection);
  /** Those of the file, and those that only the preset speaks of. */
  readonly columns = computed((): ImportColumn[] => {
    const found = this.detection()?.columns ?? [];
    return found.length > 0 ? [...found] : columnsNamed(this.definition() ?? {}).map(unknownColumn);
  });

  /** Somebody looks at it. */
  readonly isPreviewed = signal(false);
  private readonly quiet = signal<Definition | undefined>(undefined);
  /** The first rows by what is said so far; it waits until nothing was changed for a moment. */
  readonly preview = kept(
    resource({
      params: () => {
        const definition = this.quiet();
        return definition && this.isPreviewed() && this.isWaiting() ? { id: this.id(), definition } : undefined;
      },
      loader: ({ params, abortSignal }) =>
        this.looks.next(abortSignal, () => this.client.preview(params.id, params.definition)),
    }),
  );

  constructor() {
    effect(() => {
      const detection = this.detection();
      if (detection) untracked(() => this.take(detection));
    });
    effect((onCleanup) => {
      const definition = this.definition();
      const draft = definition && { definition, saved: this.saved() };
      if (draft) untracked(() => keep('local', draftOf(this.id()), draft));
      const timer = setTimeout(() => this.quiet.set(definition), quietMilliseconds);
      onCleanup(() => clearTimeout(timer));
    });
    effect(() => {
      const batch = this.batch();
      if (batch && ['importing', 'done', 'undone', 'cancelled'].includes(batch.state))
        keep('local', draftOf(batch.id), null);
    });
  }

  async takePreset(name: string): Promise<void> {
    this.takeSaved(await this.presets.one(name));
  }

  takeSaved(entry: ImportPresetEntry): void {
    const { name, revision, isShipped, definition } = entry;
    this.saved.set({ name, revision, isShipped, definition });
    this.definition.set(definition);
  }

  async check(): Promise<void> {
    const [definition, saved] = [this.definition(), this.saved()];
    if (!definition) return;
    const by = saved && this.isSaved() ? { preset: saved.name } : { definition };
    this.followed.take(await this.client.check(this.id(), by));
  }

  async confirm(): Promise<void> {
    this.followed.take(await this.client.confirm(this.id()));
  }

  /** Goes on with what was said of it before. */
  open(id: string): void {
    this.id.set(id);
    const draft = readKept('local', draftOf(id));
    const [definition, saved] = isRecord(draft) ? [draft['definition'], draft['saved']] : [];
    this.first.set(undefined);
    this.definition.set(isRecord(definition) ? definition : undefined);
    this.saved.set(isRecord(saved) ? (saved as unknown as SavedPreset) : null);
  }

  private take(detection: ImportDetection): void {
    if (!this.first()) this.first.set(detection);
    const definition = this.definition();
    const zone = this.session.me()?.organisation.zone ?? 'UTC';
    if (!definition) this.definition.set(blankDefinition(detection, zone, this.batch()?.fileName ?? ''));
    else if (!this.saved()) this.definition.set(fittedTo(definition, detection));
  }
}
