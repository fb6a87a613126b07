import { HttpClient } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import type {
  AccountDetail,
  CustomerHistory,
  CustomerMerged,
  MergeCustomer,
  PersonDetail,
  SimilarCustomers,
} from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

export type CustomerKind = 'account' | 'person';

/** One of two that are compared. */
export type Side = { readonly history: CustomerHistory } & (
  { readonly kind: 'account'; readonly one: AccountDetail } | { readonly kind: 'person'; readonly one: PersonDetail }
);

const paths = { account: 'accounts', person: 'people' } as const;

/** Two customers that turned out to be the same: found, merged, parted again. */
@Service()
export class MergingClient {
  private readonly http = inject(HttpClient);
  private readonly doneCount = signal(0);
  /** Changes with each merge and each parting: what was read of customers before is to be read anew. */
  readonly version = this.doneCount.asReadonly();

  similarTo(kind: CustomerKind, id: string): Promise<SimilarCustomers> {
    return firstValueFrom(this.http.get<SimilarCustomers>(`/api/${paths[kind]}/${id}/similar`));
  }

  async side(kind: CustomerKind, id: string): Promise<Side> {
    const history = firstValueFrom(this.http.get<CustomerHistory>(`/api/${paths[kind]}/${id}/history`));
    return kind === 'account'
      ? { kind, one: await firstValueFrom(this.http.get<AccountDetail>(`/api/accounts/${id}`)), history: await history }
      : { kind, one: await firstValueFrom(this.http.get<PersonDetail>(`/api/people/${id}`)), history: await history };
  }

  /** `key`: the same for every try of one merge. */
  async merge(kind: CustomerKind, goneId: string, told: MergeCustomer, key: string): Promise<CustomerMerged> {
    const headers = { 'Idempotency-Key': key };
    const address = `/api/${paths[kind]}/${goneId}/merge`;
    const merged = await firstValueFrom(this.http.post<CustomerMerged>(address, told, { headers }));
    this.doneCount.update((count) => count + 1);
    return merged;
  }

  async undo(mergeId: string): Promise<void> {
    const headers = { 'Idempotency-Key': `undo-${mergeId}` };
    await firstValueFrom(this.http.post(`/api/customer-merges/${mergeId}/undo`, {}, { headers }));
    this.doneCount.update((count) => count + 1);
  }
}
