import { effect, inject, type Signal, untracked } from '@angular/core';
import { Drafts } from './drafts.js';

/**
 * In a component's constructor: what stands in a form and is not sent is kept on this computer under a name, over a
 * reload and over the end of tab or browser, and stands there again. `words` null: nothing does, and
 * nothing is kept. Gives back what forgets them at once: a form that is sent may go before it is looked at again.
 */
export function keptWords<T>(name: Signal<string>, words: Signal<T | null>, restore: (words: T) => void): () => void {
  const drafts = inject(Drafts);
  let readOf = '';
  effect((onCleanup) => {
    const of = name();
    let isGone = false;
    onCleanup(() => (isGone = true));
    void keptOf<T>(drafts, of).then((found) => {
      if (isGone) return;
      readOf = of;
      // What is typed by now goes before what was.
      if (found !== null && untracked(words) === null) restore(found);
    });
  });
  effect(() => {
    const [of, now] = [name(), words()];
    // Until it is known what was kept, nothing takes it away.
    if (now !== null || readOf === of) drafts.keep(of, now);
  });
  return () => drafts.keep(untracked(name), null);
}

/** What this user kept under a name: in this tab, else in one that is no more; null: nothing. */
export async function keptOf<T>(drafts: Drafts, name: string): Promise<T | null> {
  const own = (await drafts.own(name)) as T | null;
  if (own !== null) return own;
  const left = (await drafts.leftBehind(name)).at(-1);
  return left && (await drafts.takeUp(left)) ? (left.content as T) : null;
}
