import { computed, DestroyRef, effect, inject, linkedSignal, type Signal, untracked } from '@angular/core';
import { form } from '@angular/forms/signals';
import type { SetUpPage } from '@forecall/contracts';
import { SetUpClient } from './set-up-client.js';

const pauseMilliseconds = 700;

/** The form of a page where a text is typed: it begins with the kept draft, and what is typed is kept. */
export function draftForm(page: SetUpPage, draft: Signal<string>) {
  // Only the first draft counts: later ones are what was typed here.
  const entry = linkedSignal(() => ({ text: untracked(draft) }));
  const text = computed(() => entry().text);
  keepDraft(page, text);
  return { form: form(entry), text, clear: () => entry.set({ text: '' }) };
}

/** Keeps what is typed on a page of the wizard at the server, a moment after the last key and when the page is left. */
function keepDraft(page: SetUpPage, text: Signal<string>): void {
  const client = inject(SetUpClient);
  let kept: string | undefined;
  const keep = () => {
    if (text() === kept) return;
    kept = text();
    // A draft that could not be kept is sent again with the next key.
    client.keepDraft(page, kept).catch(() => (kept = '\0'));
  };
  effect((onCleanup) => {
    const now = text();
    kept ??= now;
    const timer = setTimeout(keep, pauseMilliseconds);
    onCleanup(() => clearTimeout(timer));
  });
  inject(DestroyRef).onDestroy(keep);
}
