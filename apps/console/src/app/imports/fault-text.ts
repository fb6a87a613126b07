import { inject } from '@angular/core';
import type { ImportFault } from '@forecall/contracts';
import { Texts } from '../platform/i18n/texts.js';

/** What is wrong with a cell, by its code and the rule it breaks; a code that is not known here is said in English. */
export function injectFaultText(): (fault: ImportFault) => string {
  const texts = inject(Texts);
  return ({ code, message, rule, values }) => {
    const key = `imports.fault.${code}`;
    if (!texts.has(key)) return message;
    const said = texts.say(key);
    const more = [`imports.rule.${rule}`, `problem.field.${rule}`].find((one) => texts.has(one));
    return more === undefined
      ? said
      : texts.say('imports.fault-by-rule', { fault: said, rule: texts.say(more, values) });
  };
}
