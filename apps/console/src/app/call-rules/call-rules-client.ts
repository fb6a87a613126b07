import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { CallerCapacities, CallRules, SetCadence, SetCallRules, SetCapacity } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

const base = '/api/call-rules';

/** How often who is called, and how calls are planned. */
@Service()
export class CallRulesClient {
  private readonly http = inject(HttpClient);

  read(): Promise<CallRules> {
    return firstValueFrom(this.http.get<CallRules>(base));
  }

  set(rules: SetCallRules): Promise<CallRules> {
    return firstValueFrom(this.http.put<CallRules>(base, rules));
  }

  callers(params: { limit: number; q?: string; after?: string }): Promise<CallerCapacities> {
    return firstValueFrom(this.http.get<CallerCapacities>('/api/callers', { params }));
  }

  setCapacity(staffId: string, told: SetCapacity): Promise<unknown> {
    return firstValueFrom(this.http.put(`/api/callers/${staffId}/capacity`, told));
  }

  setCadence(cadence: SetCadence): Promise<CallRules> {
    return firstValueFrom(this.http.put<CallRules>(`${base}/cadence`, cadence));
  }
}
