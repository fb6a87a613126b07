import { Component, computed, effect, inject, input, resource, untracked } from '@angular/core';
import type { ListCount } from '@forecall/contracts';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Empty } from '../ui/feedback/empty.js';
import { kept } from '../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import type { ListPages } from '../ui/table/list-pages.js';
import type { AddressFilters } from './filters/address-filters.js';
import { FilterNames } from './filters/filter-names.js';
import type { ListFilter } from './filters/list-filter.js';
import { ListsClient, type ListPage } from './lists-client.js';
import type { PageOfRows } from './new-rows.js';

/** The keys of what a list says about itself. */
export interface ListWords {
  /** With the number of filters: "No complaint matches all 3 filters" */
  readonly empty: string;
  readonly failed: string;
  readonly count: string;
  readonly moreThan: string;
}

/**
 * What stands around the rows of a list: what came above them meanwhile, what is said where there are none, and at the
 * foot how many there are.
 */
@Component({
  selector: 'fc-list-frame',
  imports: [Empty, Load, Ready, Shape, Skeleton],
  templateUrl: './list-frame.html',
  styleUrl: './list-frame.css',
})
export class ListFrame {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly client = inject(ListsClient);
  private readonly names = inject(FilterNames);
  readonly page = input.required<ListPage>();
  readonly words = input.required<ListWords>();
  readonly pages = input.required<Pick<ListPages<PageOfRows<unknown>>, 'first' | 'isEmpty' | 'reload'>>();
  readonly address = input.required<AddressFilters>();
  readonly filters = input.required<readonly ListFilter[]>();
  readonly newRows = input(0);
  /** How far back was looked where the list does not go all the way. */
  readonly since = input<string | null>(null);

  private readonly question = computed(() => {
    const { sort: _sort, ...filters } = this.address().query();
    return { page: this.page(), filters };
  });
  private readonly counted = kept(
    resource({ params: this.question, loader: ({ params }) => this.client.count(params.page, params.filters) }),
  );
  protected readonly count = computed(() => this.counted.value());
  protected readonly howMany = computed(() => {
    const found = this.count();
    if (!found) return '';
    const words = this.sized(found);
    const since = this.since();
    return since === null ? words : this.t('lists.since', { count: words, day: this.format.date(since) });
  });
  /** How many filters narrow the list: those set, and the one in force unasked. */
  private readonly inForce = computed(() =>
    this.filters().filter(
      ({ name, unasked }) => this.address().values()[name] !== undefined || this.narrows(name, unasked),
    ),
  );
  protected readonly emptyHeading = computed(() => this.t(this.words().empty, { count: this.inForce().length }));
  /** The filter that costs most. */
  protected readonly costliest = computed(() => {
    const [most] = this.count()?.without ?? [];
    const filter = this.filters().find(({ name }) => name === most?.filter);
    if (!most || !filter) return null;
    const value = this.address().values()[filter.name] ?? filter.unasked;
    const word = this.names.wordOf(filter, value, (day) => this.format.day(day));
    const named = this.t('lists.named', { name: this.t(filter.label), value: word });
    return { name: filter.name, text: this.t('lists.without', { filter: named, count: this.sizedNumber(most) }) };
  });

  constructor() {
    // The rows were read anew: so is their number.
    effect(() => {
      this.pages().first.value();
      untracked(() => this.counted.reload());
    });
  }

  protected showNew(): void {
    this.pages().reload();
    scrollTo({ top: 0 });
  }

  protected drop(name: string): void {
    const { unasked, values } = this.filters().find((one) => one.name === name) ?? {};
    const isUnasked = this.address().values()[name] === undefined;
    this.address().set({ [name]: isUnasked && unasked !== undefined && values?.includes('all') ? 'all' : null });
  }

  private narrows(name: string, unasked: string | undefined): boolean {
    return unasked !== undefined && (this.count()?.without.some(({ filter }) => filter === name) ?? false);
  }

  private sizedNumber({ count, isMore }: Pick<ListCount, 'count' | 'isMore'>): string {
    return isMore ? this.t('lists.more-than', { count: this.format.count(count) }) : this.format.count(count);
  }

  private sized({ count, isMore }: ListCount): string {
    return isMore
      ? this.t(this.words().moreThan, { shown: this.format.count(count) })
      : this.t(this.words().count, { count, shown: this.format.count(count) });
  }
}
