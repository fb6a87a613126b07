import { DestroyRef, DOCUMENT, inject, signal, type Signal } from '@angular/core';

/** Whether a media query holds, kept up to date as long as its component lives. */
export function mediaMatches(query: string): Signal<boolean> {
  const list = inject(DOCUMENT).defaultView?.matchMedia(query);
  const matches = signal(list?.matches ?? false);
  const update = () => matches.set(list?.matches ?? false);
  list?.addEventListener('change', update);
  inject(DestroyRef).onDestroy(() => list?.removeEventListener('change', update));
  return matches;
}
