import { inject } from '@angular/core';
import { Locale } from '../../platform/i18n/locale.js';

/** In a component's field: a department's or team's name in the language in force, where it has one there. */
export function injectUnitName(): (unit: { name: string; nameZh: string | null }) => string {
  const locale = inject(Locale).name;
  return ({ name, nameZh }) => (locale() === 'zh' ? (nameZh ?? name) : name);
}
