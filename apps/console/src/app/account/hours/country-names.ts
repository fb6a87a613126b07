import { computed, inject, type Signal } from '@angular/core';
import { Locale } from '../../platform/i18n/locale.js';

/** In a component's field: what a country of two letters is called. */
export function injectCountryName(): Signal<(code: string) => string> {
  const locale = inject(Locale).name;
  return computed(() => {
    const names = new Intl.DisplayNames([locale() === 'zh' ? 'zh-Hans' : 'en'], { type: 'region' });
    return (code) => names.of(code) ?? code;
  });
}
