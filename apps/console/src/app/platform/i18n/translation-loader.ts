import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';
import type { Observable } from 'rxjs';

/** `path` is a locale ("en") or a feature's part of it ("board/en"); both are files of /i18n. */
@Service()
export class TranslationLoader implements TranslocoLoader {
  private readonly http = inject(HttpClient);

  getTranslation(path: string): Observable<Translation> {
    // Asked for anew each time (304 where nothing changed): their names carry no hash, and texts change with a release.
    return this.http.get<Translation>(`/i18n/${path}.json`, { cache: 'no-cache' });
  }
}
