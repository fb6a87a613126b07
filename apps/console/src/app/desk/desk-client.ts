import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { CustomerHistory, CustomersFound, FigureReply, LogContact, ReasonTree } from '@forecall/contracts';
import { addDays } from '@forecall/domain';
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

  /** How many contacts somebody has handled on a day. */
  async handledOn(staffId: string, day: string): Promise<number> {
    const params = { scope: `rep:${staffId}`, from: day, to: addDays(day, 1) };
    const { total } = await firstValueFrom(this.http.get<FigureReply>('/api/figures/handled', { params }));
    return total.numerator;
  }
}
