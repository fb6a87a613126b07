import { computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, type Params } from '@angular/router';
import { startOfDay } from '@forecall/domain';
import { shiftDay } from '../../platform/format/day-text.js';
import { Formats } from '../../platform/format/formats.js';
import { filtersIn, type FilterValues, type ListFilter } from './list-filter.js';

export interface AddressFilters {
  readonly values: Signal<FilterValues>;
  /** As the server is asked: days as the instants at which they begin and end. */
  readonly query: Signal<Readonly<Record<string, string>>>;
  /** Into the address; null takes a filter out. */
  set(change: Readonly<Record<string, string | null>>, extras?: { replaceUrl?: boolean }): void;
  /** The page as it is without any filter. */
  clear(): void;
}

/** In a component's field: the filters of a list as the page's address holds them, and nowhere else. */
export function injectAddressFilters(filters: readonly ListFilter[]): AddressFilters {
  const router = inject(Router);
  const format = inject(Formats);
  const address = toSignal(inject(ActivatedRoute).queryParams, { initialValue: {} });
  const values = computed(() => filtersIn(filters, address()), { equal: isSame });
  const days = new Set(filters.filter(({ kind }) => kind === 'day').map(({ name }) => name));
  const instant = (name: string, day: string): string =>
    startOfDay(name === 'to' ? shiftDay(day, 1) : day, format.zone()).toISOString();
  const go = (queryParams: Params, replaceUrl = false) =>
    void router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl });
  return {
    values,
    query: computed(() =>
      Object.fromEntries(
        Object.entries(values()).map(([name, value]) => [name, days.has(name) ? instant(name, value) : value]),
      ),
    ),
    set: (change, { replaceUrl } = {}) => {
      const asked = filters
        .filter(({ name, unasked }) => unasked !== undefined && change[name] === unasked)
        .map(({ name }): [string, null] => [name, null]);
      go({ ...change, ...Object.fromEntries(asked) }, replaceUrl);
    },
    clear: () => {
      go(Object.fromEntries(filters.map(({ name }): [string, null] => [name, null])));
    },
  };
}

const isSame = (one: FilterValues, other: FilterValues) => JSON.stringify(one) === JSON.stringify(other);
