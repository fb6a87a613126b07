import { computed, effect, resource, signal, untracked, type Signal } from '@angular/core';
import { kept, type Kept } from '../feedback/kept.js';

/** What every page of a list has; `next` is what the following page comes after, null on the last. */
interface Rows {
  readonly rows: readonly unknown[];
  readonly next: string | number | null;
}

export interface ListPages<Page extends Rows> {
  readonly first: Kept<Page>;
  readonly rows: Signal<Page['rows']>;
  /** Read, and nothing is there. */
  readonly isEmpty: Signal<boolean>;
  readonly hasMore: Signal<boolean>;
  /** Reads the next page, one at a time. What fails is told and asked for again by the next scrolling. */
  more(): Promise<void>;
  reload(): void;
  /** Puts rows in the place of those that were shown, without moving any. */
  replace(change: (row: Page['rows'][number]) => Page['rows'][number]): void;
}

/**
 * In a component's field: the pages of a list, read one after the other: the query of a later page has besides, as
 * `after`, where the last one ended.
 */
export function listPages<Query extends object, Page extends Rows>(
  query: Signal<Query>,
  load: (query: Query) => Promise<Page>,
): ListPages<Page> {
  const first = kept(resource({ params: query, loader: ({ params }) => load(params) }));
  const rows = signal<Page['rows']>([]);
  const next = signal<Page['next']>(null);
  let loading: Promise<void> | undefined;
  let reading = 0;
  effect(() => {
    const page = first.value();
    untracked(() => {
      reading += 1;
      rows.set(page?.rows ?? []);
      next.set(page?.next ?? null);
    });
  });
  const read = async (after: NonNullable<Page['next']>): Promise<void> => {
    const began = reading;
    const page = await load({ ...query(), after });
    if (began !== reading) return;
    rows.update((before) => [...before, ...page.rows]);
    next.set(page.next);
  };
  return {
    first,
    rows: rows.asReadonly(),
    isEmpty: computed(() => first.value() !== undefined && rows().length === 0),
    hasMore: computed(() => next() !== null),
    more: () => {
      const after = next();
      if (after === null) return Promise.resolve();
      loading ??= read(after).finally(() => (loading = undefined));
      return loading;
    },
    reload: () => void first.reload(),
    replace: (change) => rows.update((before) => before.map(change)),
  };
}
