import { computed, effect, resource, signal, untracked, type Signal } from '@angular/core';
import { kept, type Kept } from '../ui/feedback/kept.js';

export interface PageOfRows<Row> {
  readonly rows: readonly Row[];
  readonly head: string | null;
  readonly next: string | null;
  /** How far back was looked, where not all the way. */
  readonly from?: string | null;
}

export interface ListPages<Row> {
  readonly first: Kept<PageOfRows<Row>>;
  readonly rows: Signal<readonly Row[]>;
  readonly hasMore: Signal<boolean>;
  /** Reads the next page, one at a time. What fails is told and asked for again by the next scrolling. */
  more(): Promise<void>;
  reload(): void;
  /** Puts rows in the place of those that were shown, without moving any. */
  replace(change: (row: Row) => Row): void;
}

type Query = Readonly<Record<string, string>>;

/** In a component's field: the pages of a list, read one after the other from the end of the last. */
export function listPages<Row>(query: Signal<Query>, load: (query: Query) => Promise<PageOfRows<Row>>): ListPages<Row> {
  const first = kept(resource({ params: query, loader: ({ params }) => load(params) }));
  const rows = signal<readonly Row[]>([]);
  const next = signal<string | null>(null);
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
  const read = async (after: string): Promise<void> => {
    const began = reading;
    const page = await load({ ...query(), after });
    if (began !== reading) return;
    rows.update((before) => [...before, ...page.rows]);
    next.set(page.next);
  };
  return {
    first,
    rows: rows.asReadonly(),
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
