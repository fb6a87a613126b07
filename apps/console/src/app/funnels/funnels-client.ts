import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { FunnelQuestion, FunnelReply } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

/** People and teams against their group. */
@Service()
export class FunnelsClient {
  private readonly http = inject(HttpClient);

  funnel({ of, by, ...asked }: FunnelQuestion): Promise<FunnelReply> {
    const params = { ...asked, ...(of === undefined ? {} : { of }), ...(by === undefined ? {} : { by }) };
    return firstValueFrom(this.http.get<FunnelReply>('/api/funnels', { params }));
  }
}
