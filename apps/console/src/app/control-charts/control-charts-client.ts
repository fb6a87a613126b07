import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { ChartBaseline, ControlChart, SetBaseline } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';
import type { ChartAsked } from './asked.js';

const base = '/api/control-charts';

/** Control charts of departments, and where their limits begin. */
@Service()
export class ControlChartsClient {
  private readonly http = inject(HttpClient);

  chart(department: string, { kind, ...asked }: ChartAsked): Promise<ControlChart> {
    const params = { ...asked, department, ...(kind === null ? {} : { kind }) };
    return firstValueFrom(this.http.get<ControlChart>(base, { params }));
  }

  /** Under a key that is the same when it is sent again. */
  set(baseline: SetBaseline, key: string): Promise<ChartBaseline> {
    const headers = { 'Idempotency-Key': key };
    return firstValueFrom(this.http.post<ChartBaseline>(`${base}/baselines`, baseline, { headers }));
  }

  undo(id: string): Promise<ChartBaseline> {
    return firstValueFrom(this.http.post<ChartBaseline>(`${base}/baselines/${id}/undo`, {}));
  }
}
