import { makeEnvironmentProviders, type EnvironmentProviders } from '@angular/core';
import { provideTransloco, provideTranslocoTranspiler, type Translation } from '@jsverse/transloco';
import { of } from 'rxjs';
import { HanSpacing } from '../platform/i18n/han-spacing.js';

/** Texts for a spec: keys stand for themselves, or give `translations` by locale. */
export function provideTextsForTest(translations: Record<string, Translation> = {}): EnvironmentProviders {
  class Loader {
    getTranslation(path: string) {
      return of(translations[path] ?? {});
    }
  }
  return makeEnvironmentProviders([
    provideTransloco({
      loader: Loader,
      config: {
        availableLangs: ['en', 'zh'],
        defaultLang: 'en',
        prodMode: true,
        scopes: { keepCasing: true },
        missingHandler: { logMissingKey: false },
      },
    }),
    provideTranslocoTranspiler(HanSpacing),
  ]);
}
