import { computed, effect, inject, resource, signal, untracked, type Signal } from '@angular/core';
import type { ImportBatch, ImportState } from '@forecall/contracts';
import { kept, type Kept } from '../ui/feedback/kept.js';
import { ImportsClient } from './imports-client.js';

const askEachMilliseconds = 1_000;

const working: readonly ImportState[] = ['receiving', 'checking', 'importing', 'undoing'];
export const isWorking = ({ state }: ImportBatch): boolean => working.includes(state);

/** In a component's constructor or field: asks each second while it is wanted and the page is in sight. */
export function askEachSecond(isWanted: Signal<boolean>, ask: () => Promise<unknown>): void {
  effect((onCleanup) => {
    if (!isWanted()) return;
    let isAsking = false;
    const timer = setInterval(() => {
      if (isAsking || document.hidden) return;
      isAsking = true;
      // What fails once is asked again a second later.
      void ask()
        .catch(() => undefined)
        .finally(() => (isAsking = false));
    }, askEachMilliseconds);
    onCleanup(() => clearInterval(timer));
  });
}

export interface FollowedBatch extends Kept<ImportBatch> {
  /** What an act on it has answered. */
  take(batch: ImportBatch): void;
}

/** In a component's field: one import, in its newest state for as long as somebody is at work on it. */
export function followBatch(id: Signal<string | undefined>): FollowedBatch {
  const client = inject(ImportsClient);
  const read = kept(resource({ params: id, loader: ({ params }) => client.one(params) }));
  const newer = signal<ImportBatch | undefined>(undefined);
  effect(() => {
    const batch = read.value();
    untracked(() => newer.set(batch));
  });
  const value = computed(() => {
    const [batch, first] = [newer(), read.value()];
    const found = batch ?? first;
    return found?.id === id() ? found : undefined;
  });
  const isFollowed = computed(() => {
    const batch = value();
    return batch !== undefined && isWorking(batch);
  });
  askEachSecond(isFollowed, async () => {
    const asked = id();
    if (asked !== undefined) newer.set(await client.one(asked));
  });
  return { ...read, value, hasValue: (): this is never => value() !== undefined, take: (batch) => newer.set(batch) };
}
