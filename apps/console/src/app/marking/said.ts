import { inject } from '@angular/core';
import type { InBoth } from '@forecall/domain';
import { Locale } from '../platform/i18n/locale.js';

/** In a component's field: a text in the language in force, where it has one there, else in the other. */
export function injectSaid(): (text: InBoth) => string {
  const locale = inject(Locale).name;
  return ({ en, zh }) => (locale() === 'zh' ? zh || en : en || zh);
}
