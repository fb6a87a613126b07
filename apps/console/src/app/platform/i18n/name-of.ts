import { inject } from '@angular/core';
import { nameIn, type NamedInBoth } from '@forecall/contracts';
import { Locale } from './locale.js';

/** In a component's field: the name of a customer, team or department in the language in force, where it has one there. */
export function injectNameOf(): (named: Pick<NamedInBoth, 'name' | 'nameZh'>) => string {
  const locale = inject(Locale).name;
  return (named) => nameIn(named, locale());
}
