import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { ImportPresetEntry } from '@forecall/contracts';
import { problemOf } from '../../platform/http/problem-error.js';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Banner } from '../../ui/feedback/banner.js';
import { Field } from '../../ui/field/field.js';
import { PlainInput } from '../../ui/field/plain-input.js';
import { BothVersions } from '../../ui/versions/both-versions.js';
import { put, textOf, type Definition } from '../mapping/definition.js';
import { presetFaults } from '../mapping/preset-faults.js';
import { PresetsClient } from '../presets-client.js';
import { partsOfPresets, presetOf, type PresetParts } from './versions-of-preset.js';

/** The preset as it was when it was taken or saved last. */
export interface Base {
  readonly name: string;
  readonly revision: number;
  readonly isShipped: boolean;
  readonly definition: Definition;
}

/** Keeps a preset under a name. Where somebody else has changed it meanwhile, both versions stand side by side. */
@Component({
  selector: 'fc-save-form',
  imports: [Banner, BothVersions, Field, PlainInput],
  templateUrl: './save-form.html',
  styles: `
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
      gap: 10px 14px;
    }
    @media (min-width: 640.02px) {
      .title {
        grid-column: span 2;
      }
    }
  `,
})
export class SaveForm {
  protected readonly t = injectTexts();
  private readonly client = inject(PresetsClient);
  private readonly problems = inject(ProblemTexts);
  private readonly toasts = inject(Toasts);
  private readonly format = inject(Formats);
  readonly definition = input.required<Definition>();
  readonly base = input.required<Base | null>();
  readonly defined = output<Definition>();
  readonly saved = output<ImportPresetEntry>();

  protected readonly faults = computed(() => presetFaults(this.definition()));
  protected readonly isKept = computed(
    () => JSON.stringify(this.base()?.definition) === JSON.stringify(this.definition()),
  );
  protected readonly isOwn = computed(() => {
    const base = this.base();
    return base !== null && !base.isShipped && base.name === this.text('name');
  });
  protected readonly failure = signal<string | null>(null);
  protected readonly isSending = signal(false);
  private readonly theirs = signal<ImportPresetEntry | null>(null);
  protected readonly versions = computed(() => {
    const [theirs, base] = [this.theirs(), this.base()];
    if (!theirs || !base) return null;
    const [ofBase, mine, ofTheirs] = partsOfPresets(base.definition, this.definition(), theirs.definition);
    const told = this.t('imports.presets.changed-by', {
      name: theirs.changedBy ?? '–',
      when: theirs.changedAt === null ? '' : this.format.dayTime(theirs.changedAt),
    });
    return { base: ofBase ?? {}, mine: mine ?? {}, theirs: ofTheirs ?? {}, told };
  });
  protected readonly partWords = {
    field: (name: string): string => name,
    value: (name: string, entry: PresetParts): string => entry[name] ?? '',
  };

  protected text(key: string): string {
    return textOf(this.definition()[key]);
  }

  protected set(key: string, value: string): void {
    this.defined.emit(put(this.definition(), [key], value));
  }

  protected choose(chosen: PresetParts): void {
    const theirs = this.theirs();
    if (!theirs) return;
    const definition = presetOf(chosen, this.definition(), theirs.definition);
    this.theirs.set(null);
    this.defined.emit(definition);
    void this.send(definition, theirs.revision);
  }

  protected takeTheirs(): void {
    const theirs = this.theirs();
    this.theirs.set(null);
    if (theirs) this.saved.emit(theirs);
  }

  protected save(): Promise<void> {
    return this.send(this.definition(), this.isOwn() ? (this.base()?.revision ?? 0) : 0);
  }

  private async send(definition: Definition, revision: number): Promise<void> {
    if (this.isSending()) return;
    const name = textOf(definition['name']);
    this.failure.set(null);
    this.isSending.set(true);
    try {
      this.saved.emit(await this.client.save(name, definition, revision));
      this.toasts.show({ text: 'imports.presets.done.saved', values: { name: textOf(definition['title']) } });
    } catch (error) {
      if (problemOf(error).code === 'preset-changed') this.theirs.set(await this.client.one(name));
      else this.failure.set(this.problems.sentence(error));
    } finally {
      this.isSending.set(false);
    }
  }
}
