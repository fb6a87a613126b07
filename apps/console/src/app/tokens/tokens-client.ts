import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { MadeToken, MakeToken, TokenEntry, TokenPage, TokenQuery } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

const base = '/api/tokens';

/** Tokens by which programs come in. */
@Service()
export class TokensClient {
  private readonly http = inject(HttpClient);

  page(query: Partial<TokenQuery>): Promise<TokenPage> {
    return firstValueFrom(this.http.get<TokenPage>(base, { params: { ...query } }));
  }

  make(entry: MakeToken): Promise<MadeToken> {
    return firstValueFrom(this.http.post<MadeToken>(base, entry));
  }

  revoke(id: string): Promise<TokenEntry> {
    return firstValueFrom(this.http.post<TokenEntry>(`${base}/${id}/revoke`, {}));
  }
}
