import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { KeyAccountEntry, KeyAccountList } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';
import type { PageOfRows } from '../lists/index.js';

@Service()
export class AccountsClient {
  private readonly http = inject(HttpClient);

  async page(query: Readonly<Record<string, string>>): Promise<PageOfRows<KeyAccountEntry>> {
    const { accounts, next } = await firstValueFrom(
      this.http.get<KeyAccountList>('/api/accounts', { params: { ...query } }),
    );
    return { rows: accounts, head: null, next };
  }
}
