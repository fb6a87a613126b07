import { inject } from '@angular/core';
import { FilterNames } from '../../lists/index.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import type { EntryWords } from '../../ui/versions/versions.js';
import type { ContactEntry } from './versions.js';

type EntryField = keyof ContactEntry;

/** In a component's field: the fields of a contact's entry and their values, in words. */
export function injectEntryWords(): EntryWords<ContactEntry> {
  const t = injectTexts();
  const names = inject(FilterNames);
  names.need();
  const field = (name: EntryField): string => t(labels[name]);
  const value = (name: EntryField, entry: ContactEntry): string => {
    const raw = entry[name];
    if (raw === '') return '–';
    if (name === 'note') return raw;
    if (name === 'accountId') return names.wordOf({ name, label: '', kind: 'account' }, raw, String);
    if (name === 'reasonId') return names.wordOf({ name, label: '', kind: 'reason' }, raw, String);
    return t(`contacts.${name}.${raw}`);
  };
  return { field, value };
}

const labels: Record<EntryField, string> = {
  accountId: 'contacts.account',
  reasonId: 'contacts.reason',
  channel: 'contacts.channel.label',
  direction: 'contacts.direction.label',
  purpose: 'contacts.purpose.label',
  outcome: 'contacts.outcome.label',
  resolved: 'contacts.resolved.label',
  note: 'contacts.note',
};
