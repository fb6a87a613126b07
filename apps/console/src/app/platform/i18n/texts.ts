import { computed, inject, Service, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { LocaleName } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

export type TextValues = Record<string, string | number>;
export type Say = (key: string, values?: TextValues) => string;

const pluralRules: Record<LocaleName, Intl.PluralRules> = {
  en: new Intl.PluralRules('en'),
  zh: new Intl.PluralRules('zh'),
};

/** The words of the console in the chosen language. What reads a text in a template follows a switch by itself. */
@Service()
export class Texts {
  private readonly transloco = inject(TranslocoService);
  /** Every page may have to say a problem. */
  private readonly parts = new Set(['problem']);
  /** Counts what was loaded: loading alone changes no signal of Transloco. */
  private readonly loadedCount = signal(0);

  readonly locale = computed(() => this.transloco.activeLang() as LocaleName);

  /** The text of a key. With a `count` among the values, `key.one` and `key.other` are chosen from. */
  readonly say: Say = (key, values = {}) => {
    const known = this.known();
    const form = typeof values['count'] === 'number' ? pluralRules[this.locale()].select(values['count']) : 'other';
    const found = [key, `${key}.${form}`, `${key}.other`].find((candidate) => candidate in known);
    return this.transloco.translate(found ?? key, values);
  };

  has(key: string): boolean {
    return key in this.known();
  }

  /** Loads a feature's texts in the language in force; they follow every later switch. */
  async need(part: string): Promise<void> {
    this.parts.add(part);
    await this.load(`${part}/${this.transloco.getActiveLang()}`);
  }

  /** Loads a feature's texts in a language that need not be in force, for what others read in it. */
  needIn(locale: LocaleName, part: string): Promise<void> {
    return this.load(`${part}/${locale}`);
  }

  /** As `say`, in a language whose texts were loaded; empty until they are. */
  sayIn(locale: LocaleName, key: string): string {
    this.loadedCount();
    return key in this.transloco.getTranslation(locale) ? this.transloco.translate(key, {}, locale) : '';
  }

  /** Switches when all texts of the new language are there, so that no key shows in between. */
  async use(locale: LocaleName): Promise<void> {
    await Promise.all([locale, ...[...this.parts].map((part) => `${part}/${locale}`)].map((path) => this.load(path)));
    this.transloco.setActiveLang(locale);
  }

  private async load(path: string): Promise<void> {
    await firstValueFrom(this.transloco.load(path));
    this.loadedCount.update((count) => count + 1);
  }

  private known(): Readonly<Record<string, unknown>> {
    this.loadedCount();
    return this.transloco.getTranslation(this.locale());
  }
}

/** The function a component's template calls for its words: `t('board.title')`. */
export const injectTexts = (): Say => inject(Texts).say;
