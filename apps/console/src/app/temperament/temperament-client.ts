import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { ObserveTemperament, PersonDetail, TemperamentHistory } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

/** How people are to be treated, by what was observed of them. */
@Service()
export class TemperamentClient {
  private readonly http = inject(HttpClient);

  person(id: string): Promise<PersonDetail> {
    return firstValueFrom(this.http.get<PersonDetail>(`/api/people/${id}`));
  }

  history(personId: string): Promise<TemperamentHistory> {
    return firstValueFrom(this.http.get<TemperamentHistory>(`/api/people/${personId}/temperaments`));
  }

  /** `key`: the same for every try of one observation. */
  observe(personId: string, observed: ObserveTemperament, key: string): Promise<TemperamentHistory> {
    const headers = { 'Idempotency-Key': key };
    return firstValueFrom(
      this.http.post<TemperamentHistory>(`/api/people/${personId}/temperaments`, observed, { headers }),
    );
  }
}
