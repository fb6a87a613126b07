import { Component, computed, effect, inject, input, resource, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import type { ImportPresetEntry } from '@forecall/contracts';
import { injectTexts } from '../../platform/i18n/texts.js';
import { describePage } from '../../platform/page/page-head.js';
import { keep, readKept } from '../../platform/storage/stored-json.js';
import { Segment } from '../../ui/choice/segment.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready } from '../../ui/feedback/load.js';
import { unknownColumn } from '../mapping/defaults.js';
import { columnsNamed, isRecord, textOf, type Definition } from '../mapping/definition.js';
import { MappingForm } from '../mapping/mapping-form.js';
import type { Parked } from '../mapping/parts.js';
import { TextForm } from '../mapping/text-form.js';
import { PresetsClient } from '../presets-client.js';
import { presetDraft } from './preset-draft.js';
import { type Base, SaveForm } from './save-form.js';

/** One preset without a file: looked at, changed and kept. What is typed stays in the browser until it is saved. */
@Component({
  selector: 'fc-preset-page',
  imports: [Load, MappingForm, Ready, SaveForm, Segment, TextForm],
  templateUrl: './preset-page.html',
})
export class PresetPage {
  protected readonly t = injectTexts();
  private readonly client = inject(PresetsClient);
  private readonly router = inject(Router);
  readonly name = input.required<string>();

  protected readonly read = kept(
    resource({
      params: this.name,
      // A copy, or what was read from a file: nobody keeps it yet.
      loader: async ({ params }) => ({ name: params, entry: params === 'new' ? null : await this.client.one(params) }),
    }),
  );
  protected readonly base = signal<Base | null>(null);
  protected readonly definition = signal<Definition | null>(null);
  protected readonly columns = computed(() => columnsNamed(this.definition() ?? {}).map(unknownColumn));
  protected readonly parked = signal<Parked>({});
  protected readonly view = signal<'form' | 'text'>('form');
  protected readonly views = computed(() => [
    { value: 'form' as const, label: this.t('mapping.view.form') },
    { value: 'text' as const, label: this.t('mapping.view.text') },
  ]);

  constructor() {
    describePage(() => ({
      title: textOf(this.definition()?.['title']) || this.t('imports.preset'),
      parent: { title: this.t('imports.presets.tab'), link: '/imports/presets' },
    }));
    effect(() => {
      const read = this.read.value();
      if (!read || read.name !== this.name()) return;
      const { entry, name } = read;
      untracked(() => {
        const draft = readKept('local', presetDraft(name));
        this.base.set(entry);
        this.definition.set(isRecord(draft) ? draft : (entry?.definition ?? {}));
      });
    });
  }

  protected change(definition: Definition): void {
    this.definition.set(definition);
    keep('local', presetDraft(this.name()), definition);
  }

  protected async saved(entry: ImportPresetEntry): Promise<void> {
    keep('local', presetDraft(this.name()), null);
    this.base.set(entry);
    this.definition.set(entry.definition);
    await this.router.navigate(['/imports/presets', entry.name], { replaceUrl: true });
  }

  protected forget(): void {
    keep('local', presetDraft(this.name()), null);
    this.definition.set(this.base()?.definition ?? {});
  }

  protected readonly isChanged = computed(
    () => this.base() !== null && JSON.stringify(this.base()?.definition) !== JSON.stringify(this.definition()),
  );
}
