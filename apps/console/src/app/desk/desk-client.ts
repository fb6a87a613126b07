import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { ContactLogged, CustomerHistory, CustomersFound, LogContact, ReasonTree } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

/** What the desk sends: what it leaves out has the contract's defaults. */
export type ContactToLog = Pick<LogContact, 'id' | 'channel' | 'direction' | 'startedAt' | 'endedAt'> &
  Partial<Omit<LogContact, 'complaint'>> & {
    complaint?: { summary: string; remedySought: string; severity: 'small' | 'money' | 'stopped-work' | null };
  };

@Service()
export class DeskClient {
  private readonly http = inject(HttpClient);

  find(q: string): Promise<CustomersFound> {
    return firstValueFrom(this.http.get<CustomersFound>('/api/customers/find', { params: { q } }));
  }

  reasons(): Promise<ReasonTree> {
    return firstValueFrom(this.http.get<ReasonTree>('/api/organisation/reasons'));
  }

  history(customer: { accountId: string; personId: string | null }): Promise<CustomerHistory> {
    const path = customer.personId === null ? `accounts/${customer.accountId}` : `people/${customer.personId}`;
    return firstValueFrom(this.http.get<CustomerHistory>(`/api/${path}/history`));
  }

  log(contact: ContactToLog): Promise<ContactLogged> {
    return firstValueFrom(this.http.post<ContactLogged>('/api/contacts', contact));
  }
}
