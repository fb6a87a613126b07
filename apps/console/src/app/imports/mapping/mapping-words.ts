import { inject } from '@angular/core';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';
import type { Target } from './targets.js';

export interface MappingWords {
  readonly target: (target: Pick<Target, 'id'>) => string;
  readonly member: (target: Pick<Target, 'id'>, member: string) => string;
}

/** Fields that the console has words for elsewhere. */
const ofContacts: readonly string[] = ['channel', 'direction', 'purpose', 'outcome'];

/** What the fields of a preset and their values are called. */
export function injectMappingWords(): MappingWords {
  const t = injectTexts();
  const texts = inject(Texts);
  return {
    target: ({ id }) => t(`mapping.target.${id}`),
    member: ({ id }, member) => {
      const [group, name = ''] = id.split('.');
      const key =
        group === 'contact' && ofContacts.includes(name)
          ? `contacts.${name}.${member}`
          : `mapping.member.${name}.${member}`;
      return texts.has(key) ? t(key) : member;
    },
  };
}
