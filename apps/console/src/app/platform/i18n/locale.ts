import { DOCUMENT, inject, Service, signal } from '@angular/core';
import type { LocaleName } from '@forecall/contracts';
import { readStored, writeStored } from '../storage/remembered.js';
import { Texts } from './texts.js';

export const localeNames: readonly LocaleName[] = ['en', 'zh'];

/** The first language of the browser's list that we speak. */
export function localeOfBrowser(languages: readonly string[]): LocaleName {
  const spoken = languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return spoken.flatMap((tag) => localeNames.filter((name) => name === tag))[0] ?? 'en';
}

/** Which language is in force: the user's own, else the one chosen on this browser, else the browser's. */
@Service()
export class Locale {
  private readonly document = inject(DOCUMENT);
  private readonly texts = inject(Texts);
  readonly name = this.texts.locale;
  private readonly byHand = signal<LocaleName | null>(null);
  /** What was chosen by hand since the page was loaded. */
  readonly chosen = this.byHand.asReadonly();

  async start(): Promise<void> {
    await this.use(this.fallback());
  }

  /** A choice made by hand; this browser keeps it for the sign-in page too. */
  async choose(name: LocaleName): Promise<void> {
    this.byHand.set(name);
    writeStored('locale', name);
    await this.use(name);
  }

  /** The language stored with the user who has signed in; null leaves it to the browser. */
  async follow(name: LocaleName | null): Promise<void> {
    if (name) writeStored('locale', name);
    await this.use(name ?? this.fallback());
  }

  private fallback(): LocaleName {
    return readStored('locale', localeNames) ?? localeOfBrowser(navigator.languages);
  }

  private async use(name: LocaleName): Promise<void> {
    await this.texts.use(name);
    this.document.documentElement.lang = name === 'zh' ? 'zh-CN' : 'en';
  }
}
