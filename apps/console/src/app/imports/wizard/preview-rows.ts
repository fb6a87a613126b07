import { Component, computed, inject, input, signal } from '@angular/core';
import type { ImportPreview } from '@forecall/contracts';
import { startOfDay } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Load, Ready } from '../../ui/feedback/load.js';
import { Glyph } from '../../ui/state/glyph.js';
import { injectFaultText } from '../fault-text.js';
import { textOf } from '../mapping/definition.js';
import { FaultList } from '../mapping/fault-list.js';
import { injectMappingWords } from '../mapping/mapping-words.js';
import { presetFaults } from '../mapping/preset-faults.js';
import { targetById } from '../mapping/targets.js';
import { missingColumn, type PreviewValue, previewValues } from './preview-values.js';
import type { Wizard } from './wizard.js';

type Row = ImportPreview['rows'][number];
const shownAtFirst = 6;
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** What the first rows would become, and what is wrong with them. */
@Component({
  selector: 'fc-preview-rows',
  imports: [FaultList, Glyph, Load, Ready],
  templateUrl: './preview-rows.html',
  styleUrl: './preview-rows.css',
})
export class PreviewRows {
  protected readonly t = injectTexts();
  protected readonly faultText = injectFaultText();
  private readonly format = inject(Formats);
  private readonly words = injectMappingWords();
  readonly wizard = input.required<Wizard>();

  private readonly preview = computed(() => this.wizard().preview.value());
  protected readonly faults = computed(() => this.preview()?.faults ?? []);
  /** With what the form says: what is wrong with the file only the server knows. */
  protected readonly isUnsound = computed(() => presetFaults(this.wizard().definition() ?? {}).length > 0);
  protected readonly isFaultyOnly = signal(false);
  private readonly limit = signal(shownAtFirst);
  protected readonly faulty = computed(() => this.preview()?.rows.filter(({ faults }) => faults.length > 0) ?? []);
  protected readonly all = computed(() => this.preview()?.rows ?? []);
  private readonly chosen = computed(() => (this.isFaultyOnly() ? this.faulty() : this.all()));
  protected readonly more = computed(() => Math.max(0, this.chosen().length - this.limit()));
  protected readonly rows = computed(() =>
    this.chosen()
      .slice(0, this.limit())
      .map((row) => ({ row, values: row.values ? previewValues(row.values) : [] })),
  );

  protected readonly missingColumn = missingColumn;

  protected showMore(): void {
    this.limit.update((limit) => limit + shownAtFirst);
  }

  protected nameOf({ target, attribute, key }: PreviewValue): string {
    if (attribute !== null)
      return key.startsWith('account.') ? this.t('mapping.attribute.of-account', { name: attribute }) : attribute;
    const known = targetById(target ?? '');
    return known ? this.words.target(known) : key;
  }

  protected valueOf({ target, value, key }: PreviewValue): string {
    if (typeof value === 'boolean') return this.t(value ? 'mapping.yes' : 'mapping.no');
    if (typeof value === 'number')
      return key.endsWith('Seconds') ? this.t('mapping.seconds', { count: value }) : String(value);
    if (value !== null && instant.test(value)) return this.momentOf(value);
    const known = targetById(target ?? '');
    return known?.kind === 'choice' && value !== null ? this.words.member(known, value) : (value ?? '–');
  }

  protected trackBy({ line }: Row): number {
    return line;
  }

  /** In the file's zone; where a day of the company begins in the company's, which is how a date alone is read. */
  private momentOf(at: string): string {
    const ours = this.format.zone();
    const isDay = startOfDay(this.format.dayOf(at), ours).getTime() === Date.parse(at);
    const { moment, zone } = this.format.momentIn(
      at,
      isDay ? ours : textOf(this.wizard().definition()?.['zone']) || null,
    );
    return `${moment} ${zone}`;
  }
}
