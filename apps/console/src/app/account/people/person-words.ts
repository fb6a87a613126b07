import { inject } from '@angular/core';
import { dayKeys } from '../../calendars/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import type { EntryWords } from '../../ui/versions/versions.js';
import type { PersonEntry } from './person-entry.js';

/** Fields by the keys of their labels; all others are called as they are. */
const labels: Readonly<Record<string, string>> = {
  nameZh: 'account.person.name-zh',
  callOrder: 'account.person.order',
  mayCall: 'account.person.may-call',
  why: 'account.why',
  zone: 'account.terms.zone',
  hasWeek: 'account.terms.hours',
  hasLeft: 'account.person.still-there',
};

/** In a component's field: how two versions of a person are said. */
export function injectPersonWords(): EntryWords<PersonEntry> {
  const t = injectTexts();
  const format = inject(Formats);
  const choice: Readonly<Record<string, (value: string) => string>> = {
    influence: (value) => t(value === '' ? 'account.person.unknown' : `account.influence.${value}`),
    language: (value) => t(value === '' ? 'account.person.unknown' : `account.language.${value}`),
    mayCall: (value) => t(`account.person.may-call-${value}`),
    zone: (value) => value || t('account.person.zone-account'),
    hasWeek: (value) => t(value === 'yes' ? 'account.terms.hours-own' : 'account.person.hours-account'),
    hasLeft: (value) => t(value === 'yes' ? 'account.person.still-there-no' : 'account.person.still-there-yes'),
  };
  return {
    field: (name) => {
      const day = dayKeys.findIndex((key) => key === name);
      return day >= 0 ? format.weekday(day + 1) : t(labels[name] ?? `account.person.${name}`);
    },
    value: (name, entry) => choice[name]?.(entry[name]) ?? (entry[name] || t('account.nothing')),
  };
}
