import { Component, computed, DestroyRef, effect, inject, input, output, signal } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Segment } from '../../ui/choice/segment.js';
import { Load, Ready } from '../../ui/feedback/load.js';
import type { Definition } from '../mapping/definition.js';
import { MappingForm } from '../mapping/mapping-form.js';
import { TextForm } from '../mapping/text-form.js';
import { PreviewRows } from './preview-rows.js';
import type { Wizard } from './wizard.js';

/** What the columns hold, and beside it what the first rows would become. */
@Component({
  selector: 'fc-columns-step',
  imports: [Load, MappingForm, PreviewRows, Ready, Segment, TextForm],
  templateUrl: './columns-step.html',
  styleUrl: './columns-step.css',
})
export class ColumnsStep {
  protected readonly t = injectTexts();
  readonly wizard = input.required<Wizard>();
  readonly next = output();
  protected readonly view = signal<'form' | 'text'>('form');
  protected readonly views = computed(() => [
    { value: 'form' as const, label: this.t('mapping.view.form') },
    { value: 'text' as const, label: this.t('mapping.view.text') },
  ]);

  constructor() {
    effect(() => this.wizard().isPreviewed.set(true));
    inject(DestroyRef).onDestroy(() => this.wizard().isPreviewed.set(false));
  }

  protected take(definition: Definition): void {
    this.wizard().definition.set(definition);
  }
}
