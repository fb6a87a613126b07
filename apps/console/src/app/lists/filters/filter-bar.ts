import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Icon } from '../../ui/icon/icon.js';
import { FilterChip } from './filter-chip.js';
import type { FilterValues, ListFilter } from './list-filter.js';

/** The filters of a list in one row: those that are always there, those that are set, and a way to the others. */
@Component({
  selector: 'fc-filter-bar',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, FilterChip, Icon],
  template: `
    @for (filter of shown(); track filter.name) {
      <fc-filter-chip
        [filter]="filter"
        [value]="values()[filter.name]"
        [open]="opened() === filter.name"
        (openChange)="opened.set($event ? filter.name : null)"
        (chosen)="change(filter.name, $event)"
      />
    }
    @if (rest().length > 0) {
      <button type="button" class="button chip" [cdkMenuTriggerFor]="others">
        <fc-icon name="plus" />
        {{ t('lists.filter') }}
      </button>
      <ng-template #others>
        <div class="menu" cdkMenu>
          @for (filter of rest(); track filter.name) {
            <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="begin(filter.name)">
              {{ t(filter.label) }}
            </button>
          }
        </div>
      </ng-template>
    }
    @if (isNarrowed()) {
      <button type="button" class="button quiet chip" (click)="cleared.emit()">{{ t('lists.clear') }}</button>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    .chip {
      height: 28px;
      gap: 6px;
      padding: 0 8px;
      font-size: var(--fc-text-small);
      font-weight: var(--fc-weight-normal);
    }
    @media (max-width: 640px) {
      .chip {
        height: 36px;
      }
    }
  `,
})
export class FilterBar {
  protected readonly t = injectTexts();
  readonly filters = input.required<readonly ListFilter[]>();
  readonly values = input.required<FilterValues>();
  readonly changed = output<Record<string, string | null>>();
  readonly cleared = output();

  protected readonly opened = linkedSignal<FilterValues, string | null>({
    source: this.values,
    computation: () => null,
  });
  protected readonly shown = computed(() =>
    this.filters().filter(
      ({ name, isAlways }) => isAlways || this.values()[name] !== undefined || this.opened() === name,
    ),
  );
  protected readonly rest = computed(() => this.filters().filter((filter) => !this.shown().includes(filter)));
  protected readonly isNarrowed = computed(() => this.filters().some(({ name }) => this.values()[name] !== undefined));

  protected change(name: string, value: string | null): void {
    this.opened.set(null);
    this.changed.emit({ [name]: value });
  }

  /** After the menu has given the focus back. */
  protected begin(name: string): void {
    setTimeout(() => this.opened.set(name));
  }
}
