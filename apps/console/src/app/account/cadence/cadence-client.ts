import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { AccountCadence, SetOwnCadence } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

/** How often one account is called. */
@Service()
export class CadenceClient {
  private readonly http = inject(HttpClient);

  read(accountId: string): Promise<AccountCadence> {
    return firstValueFrom(this.http.get<AccountCadence>(`/api/accounts/${accountId}/cadence`));
  }

  set(accountId: string, told: SetOwnCadence): Promise<unknown> {
    return firstValueFrom(this.http.put(`/api/accounts/${accountId}/cadence`, told));
  }
}
