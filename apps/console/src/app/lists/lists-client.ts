import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { AccountDetail, CustomersFound, ListCount, ReasonTree } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

/** The pages that are lists, by their path. */
export type ListPage = 'accounts' | 'complaints' | 'contacts' | 'promises';

/** What all lists ask the server. */
@Service()
export class ListsClient {
  private readonly http = inject(HttpClient);

  count(page: ListPage, query: Readonly<Record<string, string>>): Promise<ListCount> {
    return firstValueFrom(this.http.get<ListCount>(`/api/${page}/count`, { params: { ...query } }));
  }

  reasons(): Promise<ReasonTree> {
    return firstValueFrom(this.http.get<ReasonTree>('/api/organisation/reasons'));
  }

  findCustomers(q: string): Promise<CustomersFound> {
    return firstValueFrom(this.http.get<CustomersFound>('/api/customers/find', { params: { q } }));
  }

  async accountName(id: string): Promise<string> {
    return (await firstValueFrom(this.http.get<AccountDetail>(`/api/accounts/${id}`))).name;
  }
}
