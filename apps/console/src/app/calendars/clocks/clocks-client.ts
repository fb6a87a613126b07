import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Acted, ClockRuleList, SetClocks } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

const base = '/api/clock-rules';

/** What is promised to those who complain. */
@Service()
export class ClocksClient {
  private readonly http = inject(HttpClient);

  rules(): Promise<ClockRuleList> {
    return firstValueFrom(this.http.get<ClockRuleList>(base));
  }

  set(entry: SetClocks): Promise<Acted> {
    return firstValueFrom(this.http.post<Acted>(base, entry));
  }

  withdraw(id: string, revision: number): Promise<Acted> {
    return firstValueFrom(this.http.delete<Acted>(`${base}/${id}`, { params: { revision } }));
  }
}
