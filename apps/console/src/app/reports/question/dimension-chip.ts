import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import type { AttributeInUse } from '@forecall/contracts';
import { type DimensionName, dimensionNames, insteadOf, type MetricId } from '@forecall/domain';
import { injectTexts } from '../../platform/i18n/texts.js';
import { type Suggestion, TypeAhead } from '../../ui/choice/type-ahead.js';
import { Field } from '../../ui/field/field.js';
import { Inside, PopoverChip } from '../../ui/popover/popover-chip.js';
import { KeyTexts } from '../key-texts.js';
import { namedLike } from './attributes.js';

/** Quarter-hours are moments, not groups that people look at. */
const offered: readonly DimensionName[] = dimensionNames.filter((dimension) => dimension !== 'quarter-hour');

/** By what figures are broken down: a dimension by its name, or what an import brought along, by typing its name. */
@Component({
  selector: 'fc-dimension-chip',
  imports: [Field, Inside, PopoverChip, TypeAhead],
  template: `
    <fc-popover-chip [name]="label()" [word]="word()">
      <ng-template fcInside>
        <fc-field [label]="label()" [hint]="t('reports.dimension-hint')">
          <fc-type-ahead
            [suggestions]="suggestions()"
            [picked]="word()"
            [nothing]="t('reports.not-found')"
            (typed)="typed.set($event)"
            (pick)="choose($event)"
          />
        </fc-field>
        <ul>
          @for (one of suggestions(); track one.id) {
            <li>
              <button type="button" class="menu-item" (click)="choose(one.id)">{{ one.label }}</button>
            </li>
          }
        </ul>
      </ng-template>
    </fc-popover-chip>
  `,
})
export class DimensionChip {
  protected readonly t = injectTexts();
  private readonly names = inject(KeyTexts);
  private readonly chip = viewChild.required(PopoverChip);
  readonly label = input.required<string>();
  readonly value = input<string>();
  /** What all of these are given by. */
  readonly metrics = input.required<readonly MetricId[]>();
  /** What an import brought along. */
  readonly attributes = input.required<readonly AttributeInUse[]>();
  /** Null: none. */
  readonly chosen = output<string | null>();

  protected readonly typed = signal('');
  protected readonly word = computed(() => {
    const value = this.value();
    return value === undefined ? this.t('reports.no-dimension') : this.names.dimension()(value);
  });
  protected readonly suggestions = computed((): Suggestion[] => {
    const typed = this.typed().trim();
    const name = this.names.dimension();
    const found = offered
      .filter((id) => this.metrics().every((metric) => insteadOf(metric, id) === null))
      .map((id) => ({ id, label: name(id) }))
      .filter(({ id, label }) => `${label} ${id}`.toLowerCase().includes(typed.toLowerCase()));
    const attributes = namedLike(this.attributes(), typed).map(({ name: one }) => ({
      id: `attribute:${one}`,
      label: this.t('reports.attribute', { name: one }),
    }));
    const none = { id: '', label: this.t('reports.no-dimension') };
    const isNone = none.label.toLowerCase().includes(typed.toLowerCase());
    return [...(isNone ? [none] : []), ...found, ...attributes];
  });

  protected choose(id: string): void {
    this.typed.set('');
    this.chip().close();
    this.chosen.emit(id === '' ? null : id);
  }
}
