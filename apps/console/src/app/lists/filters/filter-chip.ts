import { CdkListbox, CdkOption } from '@angular/cdk/listbox';
import { Component, computed, inject, input, linkedSignal, model, output, resource, viewChild } from '@angular/core';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { TypeAhead } from '../../ui/choice/type-ahead.js';
import { DayInput } from '../../ui/field/day-input.js';
import { Field } from '../../ui/field/field.js';
import { Icon } from '../../ui/icon/icon.js';
import { Inside, PopoverChip } from '../../ui/popover/popover-chip.js';
import { FilterNames } from './filter-names.js';
import type { ListFilter } from './list-filter.js';

const pauseMilliseconds = 120;
const typedKinds = ['owner', 'staff', 'account', 'reason', 'widest-reason'];

/** One filter of a list: "name value", the value bold; opens what can be chosen. */
@Component({
  selector: 'fc-filter-chip',
  imports: [CdkListbox, CdkOption, DayInput, Field, Icon, Inside, PopoverChip, TypeAhead],
  templateUrl: './filter-chip.html',
  styleUrl: './filter-chip.css',
})
export class FilterChip {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly names = inject(FilterNames);
  private readonly chip = viewChild.required(PopoverChip);
  readonly filter = input.required<ListFilter>();
  readonly value = input<string>();
  readonly isOpen = model(false, { alias: 'open' });
  /** Null takes the filter out. */
  readonly chosen = output<string | null>();

  protected readonly name = computed(() => this.t(this.filter().label));
  protected readonly word = computed(() => {
    const { unasked } = this.filter();
    return this.names.wordOf(this.filter(), this.value() ?? unasked, (day) => this.format.day(day));
  });
  protected readonly isTyped = computed(() => typedKinds.includes(this.filter().kind));
  protected readonly options = computed(() => {
    const { kind, unasked } = this.filter();
    const fixed = kind === 'owner' ? ['me', 'nobody'] : kind === 'staff' ? ['me'] : [];
    const own = [
      ...fixed.map((value) => ({ value, label: this.t(`lists.${value}`) })),
      ...this.names.options(this.filter()),
    ];
    return unasked === undefined ? [{ value: '', label: this.t('lists.any') }, ...own] : own;
  });
  protected readonly listed = computed(() => [this.value() ?? this.filter().unasked ?? '']);

  protected readonly typed = linkedSignal({ source: this.isOpen, computation: () => '' });
  protected readonly found = resource({
    params: () =>
      this.isOpen() && this.isTyped() ? { kind: this.filter().kind, text: this.typed().trim() } : undefined,
    loader: async ({ params: { kind, text }, abortSignal }) => {
      await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
      return abortSignal.aborted ? [] : this.names.suggest(kind, text);
    },
  });
  protected readonly suggestions = computed(() => (this.found.hasValue() ? this.found.value() : []));

  constructor() {
    this.names.need();
  }

  protected choose(value: string | undefined): void {
    this.chosen.emit(value === undefined || value === '' ? null : value);
    this.chip().close();
  }

  protected pick(id: string): void {
    const one = this.suggestions().find((suggestion) => suggestion.id === id);
    if (one) this.names.keep(id, one.label);
    this.choose(id);
  }

  /** A day that is being typed is none yet. */
  protected chooseDay(day: string | null): void {
    if (day !== null) this.choose(day);
  }
}
