import { inject } from '@angular/core';
import { Formats } from '../platform/format/formats.js';
import { noValue } from '../platform/format/rate.js';
import { injectTexts, Texts } from '../platform/i18n/texts.js';

const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T/;
/** Fields whose values are words of ours, and where those stand. */
const keyOf: Record<string, (value: string) => string> = {
  role: (value) => `role.${value}`,
  locale: (value) => `locale.${value}`,
  scopes: (value) => `tokens.scope.${value}`,
  purpose: (value) => `audit.purpose.${value}`,
};

export interface AuditWords {
  act(act: string): string;
  thing(entity: string): string;
  field(name: string): string;
  value(field: string, value: unknown): string;
}

/** In a component's field: acts, things, fields and values in words. What is not known is shown as it was recorded. */
export function injectAuditWords(): AuditWords {
  const t = injectTexts();
  const texts = inject(Texts);
  const format = inject(Formats);
  const known = (key: string, otherwise: string) => (texts.has(key) ? t(key) : otherwise);
  const value = (field: string, given: unknown): string => {
    if (given === null || given === undefined || given === '') return noValue;
    if (Array.isArray(given)) return given.map((one) => value(field, one)).join(t('ui.list-comma'));
    if (typeof given === 'number') return format.count(given);
    if (typeof given !== 'string') return JSON.stringify(given);
    if (day.test(given)) return format.day(given);
    if (instant.test(given)) return format.dateTime(given);
    const key = keyOf[field]?.(given);
    return key === undefined ? given : known(key, known(`organisation.leading.${given}`, given));
  };
  return {
    act: (act) => known(`audit.act.${act}`, act),
    thing: (entity) => known(`audit.thing.${entity}`, entity),
    field: (name) => known(`audit.field.${name}`, name),
    value,
  };
}
