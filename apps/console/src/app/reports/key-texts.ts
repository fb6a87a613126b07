import { computed, inject, Service } from '@angular/core';
import { dimensionName, type InBoth, keyName } from '@forecall/contracts';
import { isCalendar, keyEnd, keyStart, startOfDay } from '@forecall/domain';
import { Formats } from '../platform/format/formats.js';
import { injectTexts, Texts } from '../platform/i18n/texts.js';

const channels = new Set(['phone', 'email', 'chat', 'visit', 'form', 'letter', 'message', 'social']);

/** How the groups of a report are called. */
@Service()
export class KeyTexts {
  private readonly t = injectTexts();
  private readonly texts = inject(Texts);
  private readonly format = inject(Formats);

  readonly dimension = computed(() => {
    const locale = this.texts.locale();
    return (dimension: string): string => dimensionName(dimension)[locale];
  });

  /** Within a sentence, where English has small letters; an imported field keeps its own. */
  readonly inSentence = computed(() => {
    const name = this.dimension();
    return (dimension: string): string =>
      dimension.startsWith('attribute:') ? name(dimension) : name(dimension).toLowerCase();
  });

  /** In full: "Fri 20 Nov", "week 48, 23–29 Nov", "Billing". */
  name(dimension: string, key: string, name: InBoth | null): string {
    if (key === '') return this.t('reports.none');
    if (dimension === 'channel')
      return channels.has(key) && this.texts.has(`reports.channel.${key}`) ? this.t(`reports.channel.${key}`) : key;
    if (dimension === 'hour') return `${key}:00`;
    if (!isCalendar(dimension)) return keyName(dimension, key, name, this.texts.locale());
    if (dimension === 'week')
      return this.t('reports.week', {
        ...{ week: Number(key.slice(6)), year: key.slice(0, 4) },
        from: this.day(keyStart(dimension, key)),
        to: this.day(keyEnd(dimension, key)),
      });
    return dimension === 'date' ? this.format.day(key) : this.short(dimension, key);
  }

  /** Under an axis. */
  short(dimension: string, key: string): string {
    if (!isCalendar(dimension)) return this.name(dimension, key, null);
    const year = key.slice(0, 4);
    switch (dimension) {
      case 'date':
        return this.day(key);
      case 'week':
        return this.t('reports.week-short', { week: Number(key.slice(6)) });
      case 'month':
        return this.t('reports.month', { month: this.format.month(Number(key.slice(5))), year });
      case 'quarter':
        return this.t('reports.quarter', { quarter: key.slice(6), year });
      case 'year':
        return this.t('reports.year', { year });
    }
  }

  private day(day: string): string {
    return this.format.shortDate(startOfDay(day, this.format.zone()));
  }
}
