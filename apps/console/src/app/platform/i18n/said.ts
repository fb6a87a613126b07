import { computed, inject } from '@angular/core';
import type { InBoth } from '@forecall/domain';
import { Locale } from './locale.js';

/** In a component's field: a text in the language in force; where it has none there, in the other. */
export function injectSaid(): (text: InBoth) => string {
  const locale = inject(Locale).name;
  const isChinese = computed(() => locale() === 'zh');
  return ({ en, zh }) => (isChinese() ? zh || en : en || zh);
}
