import { Component, computed, inject, input, output } from '@angular/core';
import { importEncodings } from '@forecall/contracts';
import { zonesFor } from '../../platform/format/zones.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { Faults } from '../../platform/notice/faults.js';
import { Banner } from '../../ui/feedback/banner.js';
import { Load, Ready } from '../../ui/feedback/load.js';
import { Field } from '../../ui/field/field.js';
import { PlainInput } from '../../ui/field/plain-input.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { at, put, textOf, wordsOf, type Definition, type Path } from '../mapping/definition.js';
import { WordsInput } from '../mapping/rules/words-input.js';
import { RawTable } from './raw-table.js';
import type { Wizard } from './wizard.js';

const delimiters = [',', ';', '\t', '|'];
const thousands = ['', ',', '.', ' ', "'"];
const changes = ['refuse', 'earlier', 'later'];

/** How the file is written: what was detected, each of it changeable, and the presets that know such a file. */
@Component({
  selector: 'fc-form-step',
  imports: [Banner, Field, KeyCaps, Load, PlainInput, RawTable, Ready, WordsInput],
  templateUrl: './form-step.html',
  styleUrl: './form-step.css',
})
export class FormStep {
  protected readonly t = injectTexts();
  private readonly faults = inject(Faults);
  readonly wizard = input.required<Wizard>();
  readonly toColumns = output();
  readonly toCheck = output();
  /** A preset that was taken says already what the columns hold. */
  protected readonly isKnown = computed(() => this.wizard().saved() !== null);
  protected readonly encodings = importEncodings;
  protected readonly thousands = thousands;
  protected readonly changes = changes;

  protected readonly definition = computed((): Definition => this.wizard().definition() ?? {});
  protected readonly detected = computed(() => this.wizard().detection());
  protected readonly presets = computed(() => this.wizard().detected.value()?.presets ?? []);
  protected readonly isWorkbook = computed(() => this.file('format') === 'xlsx');
  protected readonly sheet = computed(() => this.file('sheet') || (this.detected()?.sheet ?? ''));
  protected readonly delimiters = computed(() => {
    const now = this.file('delimiter') || ',';
    return delimiters.includes(now) ? delimiters : [...delimiters, now];
  });
  protected readonly zones = computed(() => zonesFor(this.top('zone')));
  protected readonly missing = computed(() => wordsOf(at(this.definition(), ['file', 'missing'])));
  protected readonly skipLines = computed(() => Number(at(this.definition(), ['file', 'skipLines']) ?? 0));
  protected readonly hasHeader = computed(() => at(this.definition(), ['file', 'columns']) === undefined);

  constructor() {
    useKeys('imports.step.form', [
      {
        press: 'p',
        name: 'imports.take-best',
        when: () => this.presets().length > 0,
        act: () => this.takePreset(this.presets()[0]?.name ?? ''),
      },
    ]);
  }

  protected file(key: string): string {
    return textOf(at(this.definition(), ['file', key]));
  }

  protected top(key: string): string {
    return textOf(this.definition()[key]);
  }

  protected set(path: Path, value: unknown): void {
    const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
    this.wizard().definition.update((definition) => definition && put(definition, path, isEmpty ? undefined : value));
  }

  protected setHeader(hasHeader: boolean): void {
    const names = this.detected()?.columns.map((_, n) => `Column ${n + 1}`) ?? [];
    this.set(['file', 'columns'], hasHeader ? undefined : names);
  }

  protected delimiterWord(delimiter: string): string {
    const names: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };
    const name = names[delimiter];
    return name === undefined ? delimiter : this.t(`imports.form.delimiter.${name}`);
  }

  protected thousandsWord(sign: string): string {
    return sign === '' ? this.t('imports.form.none') : sign === ' ' ? this.t('imports.form.space') : sign;
  }

  protected takePreset(name: string): void {
    void this.faults.heed(this.wizard().takePreset(name));
  }
}
