import { effect, linkedSignal, signal, untracked, type Resource, type Signal } from '@angular/core';
import type { Loaded } from './load.js';

export interface Kept<T> extends Loaded {
  /** What came last; undefined until something came. */
  readonly value: Signal<T | undefined>;
}

/**
 * A resource whose last answer stays while the next is on its way: a list that is narrowed does not blink. Where it is to
 * be loaded anew while it still loads (which a plain resource ignores), it is once that has come.
 */
export function kept<T>(resource: Resource<T | undefined> & { reload(): boolean }): Kept<T> {
  const value = linkedSignal<T | undefined, T | undefined>({
    source: () => (resource.hasValue() ? resource.value() : undefined),
    computation: (came, before) => came ?? before?.value,
  });
  const isOwed = signal(false);
  effect(() => {
    if (!isOwed() || resource.status() === 'loading') return;
    isOwed.set(false);
    untracked(() => resource.reload());
  });
  return {
    value: value.asReadonly(),
    status: resource.status,
    error: resource.error,
    hasValue: (): this is never => value() !== undefined,
    reload: () => {
      isOwed.set(untracked(resource.status) === 'loading');
      return resource.reload() || untracked(isOwed);
    },
  };
}
