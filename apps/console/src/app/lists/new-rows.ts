import { DOCUMENT, effect, inject, signal, untracked, type Signal } from '@angular/core';
import { Live } from '../platform/live/live.js';
import { ListsClient, type ListPage } from './lists-client.js';

/** A page of a list to which new rows come while it is looked at. */
export interface PageOfRows<Row> {
  readonly rows: readonly Row[];
  readonly head: string | null;
  readonly next: string | null;
  /** How far back was looked, where not all the way. */
  readonly from?: string | null;
}

/** Many changes in a row are one question. */
const pauseMilliseconds = 1_500;
/** Whoever is sent no versions asks by the clock, while the page is looked at. */
const roundMilliseconds = 20_000;

interface Watched {
  readonly page: ListPage;
  /** The place of the first row shown; null: nothing to wait above. */
  readonly head: Signal<string | null>;
  readonly query: Signal<Readonly<Record<string, string>>>;
}

/** In a component's field: how many rows have come above those one reads. The list itself does not move. */
export function injectNewRows({ page, head, query }: Watched): Signal<number> {
  const live = inject(Live);
  const client = inject(ListsClient);
  const document = inject(DOCUMENT);
  const count = signal(0);
  const look = async (before: string) => {
    if (document.hidden) return;
    const { sort: _sort, ...filters } = query();
    const found = await client.count(page, { ...filters, before }).catch(() => null);
    if (found && head() === before) count.set(found.count);
  };
  effect((onCleanup) => {
    const before = head();
    query();
    untracked(() => count.set(0));
    if (before === null) return;
    const round = setInterval(() => void look(before), roundMilliseconds);
    onCleanup(() => clearInterval(round));
  });
  let seen = '';
  effect((onCleanup) => {
    const versions = JSON.stringify(live.versions());
    const isFirst = seen === '';
    if (versions === seen) return;
    seen = versions;
    const before = untracked(head);
    if (isFirst || before === null) return;
    const soon = setTimeout(() => void look(before), pauseMilliseconds);
    onCleanup(() => clearTimeout(soon));
  });
  return count.asReadonly();
}
