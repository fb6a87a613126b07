import { DestroyRef, inject } from '@angular/core';
import { useKeys } from '../platform/keys/keys.js';
import { type Toast, Toasts } from '../platform/notice/toasts.js';

/**
 * In a component's field: says that a part of the draft was removed, and offers to take that back, by Ctrl Z too. It is
 * offered no longer than the component is there. `name`: the part in words, or none.
 */
export function injectRemovals(): (name: string, putBack: () => void) => void {
  const toasts = inject(Toasts);
  let offered: Toast | undefined;
  const isOffered = () => offered !== undefined && toasts.current() === offered;
  useKeys('drafts.keys.draft', [
    { press: '$mod+z', name: 'keys.undo', act: () => toasts.undo(), when: isOffered, outsideText: true },
  ]);
  inject(DestroyRef).onDestroy(() => {
    if (isOffered()) toasts.close();
  });
  return (name, undo) => {
    offered = name
      ? { text: 'drafts.was.removed', values: { name }, undo }
      : { text: 'drafts.was.removed-unnamed', undo };
    toasts.show(offered);
  };
}
