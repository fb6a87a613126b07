import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { PlaceForCall, PlanDay, PlanLoad } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';
import type { Period } from './plan-period.js';

/** The plan of those whom one leads, or one's own. */
@Service()
export class PlanClient {
  private readonly http = inject(HttpClient);

  load({ from, to }: Period, teamId: string | undefined): Promise<PlanLoad> {
    const params = { from, to, ...(teamId !== undefined && { teamId }) };
    return firstValueFrom(this.http.get<PlanLoad>('/api/call-plan/load', { params }));
  }

  day(on: string, teamId: string | undefined): Promise<PlanDay> {
    const params = { on, ...(teamId !== undefined && { teamId }) };
    return firstValueFrom(this.http.get<PlanDay>('/api/call-plan/day', { params }));
  }

  place(callId: string, on: string, staffId: string): Promise<PlaceForCall> {
    return firstValueFrom(
      this.http.get<PlaceForCall>(`/api/planned-calls/${callId}/place`, { params: { on, staffId } }),
    );
  }
}
