import {
  inject,
  isDevMode,
  makeEnvironmentProviders,
  provideAppInitializer,
  type EnvironmentProviders,
} from '@angular/core';
import type { ResolveFn } from '@angular/router';
import { provideTransloco, provideTranslocoTranspiler } from '@jsverse/transloco';
import { HanSpacing } from './han-spacing.js';
import { Locale, localeNames } from './locale.js';
import { Texts } from './texts.js';
import { TranslationLoader } from './translation-loader.js';

export function provideTexts(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideTransloco({
      loader: TranslationLoader,
      config: {
        availableLangs: [...localeNames],
        defaultLang: 'en',
        prodMode: !isDevMode(),
        scopes: { keepCasing: true },
      },
    }),
    provideTranslocoTranspiler(HanSpacing),
    provideAppInitializer(() => inject(Locale).start()),
  ]);
}

/** In a route's `resolve`: the page appears with its own words. */
export const textsOf =
  (part: string): ResolveFn<boolean> =>
  async () => {
    await inject(Texts).need(part);
    return true;
  };
