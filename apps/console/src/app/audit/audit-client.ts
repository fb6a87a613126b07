import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { AuditPage, AuditQuery } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

/** What administrators did. */
@Service()
export class AuditClient {
  private readonly http = inject(HttpClient);

  page(query: Partial<AuditQuery>): Promise<AuditPage> {
    return firstValueFrom(this.http.get<AuditPage>('/api/audit', { params: { ...query } }));
  }
}
