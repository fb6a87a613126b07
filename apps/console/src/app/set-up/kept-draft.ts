import { DestroyRef, effect, inject, type Signal } from '@angular/core';
import type { SetUpPage } from '@forecall/contracts';
import { SetUpClient } from './set-up-client.js';

const pauseMilliseconds = 700;

/** Keeps what is typed on a page of the wizard at the server, a moment after the last key and when the page is left. */
export function keepDraft(page: SetUpPage, text: Signal<string>): void {
  const client = inject(SetUpClient);
  let kept = text();
  const keep = () => {
    if (text() === kept) return;
    kept = text();
    // A draft that could not be kept is sent again with the next key.
    client.keepDraft(page, kept).catch(() => (kept = '\0'));
  };
  effect((onCleanup) => {
    text();
    const timer = setTimeout(keep, pauseMilliseconds);
    onCleanup(() => clearTimeout(timer));
  });
  inject(DestroyRef).onDestroy(keep);
}
