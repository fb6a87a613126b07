import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  AccountHealthReply,
  AccountPage,
  CallsOfDay,
  ContactDetail,
  CustomerAsks,
  CustomerHistory,
  DutyTakers,
  MoveCall,
  Named,
  PlannedCallChanged,
  PrepareCall,
  Revised,
} from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

export interface WhoseDay {
  readonly staffId?: string | undefined;
  readonly callId?: string | undefined;
}

/** The calls of a day, what one has to know before each, and what people do with them. */
@Service()
export class CallsClient {
  private readonly http = inject(HttpClient);

  /** Of somebody else only within reach; left out: one's own. `callId`: that call too, whatever its day. */
  day({ staffId, callId }: WhoseDay = {}): Promise<CallsOfDay> {
    const params = { ...(staffId !== undefined && { staffId }), ...(callId !== undefined && { callId }) };
    return firstValueFrom(this.http.get<CallsOfDay>('/api/planned-calls/today', { params }));
  }

  /** Oneself and those whom one leads. */
  async people(): Promise<readonly Named[]> {
    return (await firstValueFrom(this.http.get<DutyTakers>('/api/duties/takers'))).staff;
  }

  account(id: string): Promise<AccountPage> {
    return firstValueFrom(this.http.get<AccountPage>(`/api/accounts/${id}/page`));
  }

  history(accountId: string): Promise<CustomerHistory> {
    return firstValueFrom(this.http.get<CustomerHistory>(`/api/accounts/${accountId}/history`));
  }

  health(accountId: string): Promise<AccountHealthReply> {
    return firstValueFrom(this.http.get<AccountHealthReply>(`/api/accounts/${accountId}/health`));
  }

  contact(id: string): Promise<ContactDetail> {
    return firstValueFrom(this.http.get<ContactDetail>(`/api/contacts/${id}`));
  }

  prepare(id: string, told: PrepareCall): Promise<PlannedCallChanged> {
    return firstValueFrom(this.http.put<PlannedCallChanged>(`/api/planned-calls/${id}/preparation`, told));
  }

  move(id: string, told: MoveCall): Promise<PlannedCallChanged> {
    return firstValueFrom(this.http.post<PlannedCallChanged>(`/api/planned-calls/${id}/move`, told));
  }

  ask(id: string, told: CustomerAsks): Promise<PlannedCallChanged> {
    return firstValueFrom(this.http.post<PlannedCallChanged>(`/api/planned-calls/${id}/ask`, told));
  }

  undoMove(id: string): Promise<PlannedCallChanged> {
    return firstValueFrom(this.http.post<PlannedCallChanged>(`/api/planned-calls/${id}/move/undo`, {}));
  }

  undo(contactId: string): Promise<Revised> {
    const headers = { 'Idempotency-Key': `undo-${contactId}` };
    return firstValueFrom(this.http.post<Revised>(`/api/contacts/${contactId}/undo`, {}, { headers }));
  }
}
