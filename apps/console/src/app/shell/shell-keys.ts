import { inject } from '@angular/core';
import { Router } from '@angular/router';
import type { KeyGroup } from '../platform/keys/keys.js';
import { Toasts } from '../platform/notice/toasts.js';
import { Openers } from './openers.js';
import { Placed } from './places/placed.js';

/** The keys that work on every page. */
export function shellKeys(toggleRail: () => void): KeyGroup {
  const router = inject(Router);
  const placed = inject(Placed);
  const openers = inject(Openers);
  const toasts = inject(Toasts);
  return {
    title: 'keys.everywhere',
    bindings: [
      { press: '$mod+k', name: 'keys.find', act: () => openers.find() },
      { press: '?', name: 'keys.list', act: () => openers.keys() },
      ...placed.all().flatMap(({ press, path, title }) => {
        if (!press) return [];
        return [{ press: `g ${press}`, name: title, act: () => router.navigateByUrl(`/${path}`) }];
      }),
      {
        press: '$mod+z',
        name: 'keys.undo',
        act: () => toasts.undo(),
        when: () => toasts.canUndo(),
        outsideText: true,
      },
      { press: '[', name: 'keys.rail', act: toggleRail },
    ],
  };
}
