import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { LocaleName, Me, SignInRequest } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

@Service()
export class SessionClient {
  private readonly http = inject(HttpClient);

  me(): Promise<Me> {
    return firstValueFrom(this.http.get<Me>('/api/session'));
  }

  signIn(request: SignInRequest): Promise<Me> {
    return firstValueFrom(this.http.post<Me>('/api/session', request));
  }

  signOut(): Promise<unknown> {
    return firstValueFrom(this.http.delete('/api/session'));
  }

  setLocale(locale: LocaleName | null): Promise<unknown> {
    return firstValueFrom(this.http.put('/api/session/locale', { locale }));
  }
}
