import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  AccountDetail,
  CallerFound,
  CreateCustomer,
  CustomerHistory,
  CustomersFound,
  DeskCalls,
  EarlierComplaints,
  FigureReply,
  HandedOver,
  LogContact,
  PersonBrief,
  PersonDetail,
  ReasonTree,
  Revised,
  SimilarCustomers,
} from '@forecall/contracts';
import { addDays } from '@forecall/domain';
import { firstValueFrom } from 'rxjs';
import { type Customer, customerOf } from './customer/customer.js';
import type { Entry } from './entry/entry.js';

/** What the desk sends: what it leaves out has the contract's defaults. */
export type ContactToLog = Pick<LogContact, 'id' | 'channel' | 'direction' | 'startedAt' | 'endedAt'> &
  Partial<Omit<LogContact, 'complaint' | 'promise'>> & {
    promise?: { what: string; dueAt: string; ownerId: string | null };
    complaint?: {
      summary: string;
      remedySought: string;
      severity: 'small' | 'money' | 'stopped-work' | null;
      repConcernedId: string | null;
      repeatOfId: string | null;
    };
  };

@Service()
export class DeskClient {
  private readonly http = inject(HttpClient);

  find(q: string): Promise<CustomersFound> {
    return firstValueFrom(this.http.get<CustomersFound>('/api/customers/find', { params: { q } }));
  }

  /** Those with exactly this number; nobody where the server does not answer. */
  async peopleWith(phone: string): Promise<readonly PersonBrief[]> {
    const asking = firstValueFrom(this.http.get<CallerFound>('/api/customers/caller', { params: { phone } }));
    return asking.then(
      ({ people }) => people,
      () => [],
    );
  }

  /** A person, else an account, by id. */
  async customer(accountId?: string, personId?: string): Promise<Customer | undefined> {
    if (personId) return customerOf(await firstValueFrom(this.http.get<PersonDetail>(`/api/people/${personId}`)));
    if (!accountId) return undefined;
    const account = await firstValueFrom(this.http.get<AccountDetail>(`/api/accounts/${accountId}`));
    return { accountId, personId: null, account, person: null };
  }

  similar(like: { person: string; company: string; phone: string }): Promise<SimilarCustomers> {
    return firstValueFrom(this.http.get<SimilarCustomers>('/api/customers/similar', { params: like }));
  }

  /** `key`: the same for every try of one making. */
  createCustomer(customer: CreateCustomer, key: string): Promise<PersonDetail> {
    const headers = { 'Idempotency-Key': key };
    return firstValueFrom(this.http.post<PersonDetail>('/api/customers', customer, { headers }));
  }

  /** What the form begins with where a contact was handed over to this desk. */
  async continued(contactId: string): Promise<Pick<Entry, 'continues' | 'reasonId' | 'customer'>> {
    const told = await firstValueFrom(this.http.get<HandedOver>(`/api/contacts/${contactId}/handed-over`));
    const customer = await this.customer(told.accountId ?? undefined, told.personId ?? undefined);
    const { conversationId, from, note, reasonId } = told;
    return { continues: { contactId, conversationId, from, note }, reasonId, customer: customer ?? null };
  }

  calls(): Promise<DeskCalls> {
    return firstValueFrom(this.http.get<DeskCalls>('/api/calls/mine'));
  }

  dismissCall(id: string): Promise<unknown> {
    return firstValueFrom(this.http.post(`/api/calls/${id}/dismiss`, {}));
  }

  undo(contactId: string): Promise<Revised> {
    const headers = { 'Idempotency-Key': `undo-${contactId}` };
    return firstValueFrom(this.http.post<Revised>(`/api/contacts/${contactId}/undo`, {}, { headers }));
  }

  reasons(): Promise<ReasonTree> {
    return firstValueFrom(this.http.get<ReasonTree>('/api/organisation/reasons'));
  }

  history(customer: { accountId: string; personId: string | null }): Promise<CustomerHistory> {
    const path = customer.personId === null ? `accounts/${customer.accountId}` : `people/${customer.personId}`;
    return firstValueFrom(this.http.get<CustomerHistory>(`/api/${path}/history`));
  }

  /** Of the last 30 days, the nearest to the reason first. */
  earlierComplaints(accountId: string, reasonId: string | null): Promise<EarlierComplaints> {
    const params: Record<string, string> = reasonId === null ? {} : { reasonId };
    return firstValueFrom(
      this.http.get<EarlierComplaints>(`/api/accounts/${accountId}/earlier-complaints`, { params }),
    );
  }

  /** How many contacts somebody has handled on a day. */
  async handledOn(staffId: string, day: string): Promise<number> {
    const params = { scope: `rep:${staffId}`, from: day, to: addDays(day, 1) };
    const { total } = await firstValueFrom(this.http.get<FigureReply>('/api/figures/handled', { params }));
    return total.numerator;
  }
}
