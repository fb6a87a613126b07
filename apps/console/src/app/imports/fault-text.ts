import { inject } from '@angular/core';
import type { ImportFault } from '@forecall/contracts';
import { Texts } from '../platform/i18n/texts.js';

/** What is wrong with a cell, by its code; what has no words yet is said in English. */
export function injectFaultText(): (fault: Pick<ImportFault, 'code' | 'message'>) => string {
  const texts = inject(Texts);
  return ({ code, message }) => {
    const key = `imports.fault.${code}`;
    return texts.has(key) ? texts.say(key) : message;
  };
}
