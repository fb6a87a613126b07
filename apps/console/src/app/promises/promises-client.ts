import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  BreakPromise,
  HandPromise,
  KeepPromise,
  PromiseChanged,
  PromiseDetail,
  PromiseEntry,
  PromiseList,
  RenegotiatePromise,
  TellPromise,
  VoidPromise,
} from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';
import type { PageOfRows } from '../lists/index.js';

const base = '/api/promises';

/** What customers were promised, and what becomes of it. */
@Service()
export class PromisesClient {
  private readonly http = inject(HttpClient);

  async page(query: Readonly<Record<string, string>>): Promise<PageOfRows<PromiseEntry>> {
    const { promises, next } = await firstValueFrom(this.http.get<PromiseList>(base, { params: { ...query } }));
    return { rows: promises, head: null, next };
  }

  /** Those of an account that are open, whoever keeps them; the earliest due first. */
  async openOf(accountId: string): Promise<PromiseList> {
    const params = { of: 'account', accountId, limit: 50 };
    return firstValueFrom(this.http.get<PromiseList>(base, { params }));
  }

  one(id: string): Promise<PromiseDetail> {
    return firstValueFrom(this.http.get<PromiseDetail>(`${base}/${id}`));
  }

  keep(id: string, told: KeepPromise): Promise<PromiseChanged> {
    return this.post(id, 'keep', told);
  }

  renegotiate(id: string, told: RenegotiatePromise): Promise<PromiseChanged> {
    return this.post(id, 'renegotiate', told);
  }

  break(id: string, told: BreakPromise): Promise<PromiseChanged> {
    return this.post(id, 'break', told);
  }

  void(id: string, told: VoidPromise): Promise<PromiseChanged> {
    return this.post(id, 'void', told);
  }

  hand(id: string, told: HandPromise): Promise<PromiseChanged> {
    return this.post(id, 'hand', told);
  }

  reopen(id: string, revision: number): Promise<PromiseChanged> {
    return this.post(id, 'reopen', { revision });
  }

  tell(id: string, told: TellPromise): Promise<PromiseChanged> {
    return this.post(id, 'tell', told);
  }

  /** Each act has a key of its own, so that it is done once. */
  private post(id: string, act: string, body: object): Promise<PromiseChanged> {
    const headers = { 'Idempotency-Key': crypto.randomUUID() };
    return firstValueFrom(this.http.post<PromiseChanged>(`${base}/${id}/${act}`, body, { headers }));
  }
}
