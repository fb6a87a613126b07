import { inject } from '@angular/core';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';
import type { PromiseField, PromiseFaults } from './promise-draft.js';

/** In a component's field: what is wrong with a promise, by field, in words. */
export function injectPromiseFaultTexts(): (faults: PromiseFaults) => PromiseFaults {
  const t = injectTexts();
  const texts = inject(Texts);
  const said = (field: PromiseField, kind: string): string => {
    const own = `promises.fault.${field}`;
    if (kind === 'required' && texts.has(own)) return t(own);
    const key = `problem.field.${kind}`;
    return t(texts.has(key) ? key : 'problem.field.invalid', { maxLength: 300 });
  };
  return (faults) =>
    Object.fromEntries(
      (Object.entries(faults) as [PromiseField, string][]).map(([field, kind]) => [field, said(field, kind)]),
    );
}
