import { HttpClient } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import type { KeyAccountEntry, KeyAccountList } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';
import type { PageOfRows } from '../lists/index.js';

@Service()
export class AccountsClient {
  private readonly http = inject(HttpClient);
  private readonly health = signal(true);
  /** Whether any health is theirs to see, as the last page has told. */
  readonly seesHealth = this.health.asReadonly();

  async page(query: Readonly<Record<string, string>>): Promise<PageOfRows<KeyAccountEntry>> {
    const { accounts, next, seesHealth } = await firstValueFrom(
      this.http.get<KeyAccountList>('/api/accounts', { params: { ...query } }),
    );
    this.health.set(seesHealth);
    return { rows: accounts, head: null, next };
  }
}
