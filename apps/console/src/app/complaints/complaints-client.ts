import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { AssignComplaints, ComplaintBrief, ComplaintList, ComplaintsAssigned } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';
import type { PageOfRows } from '../lists/index.js';

const base = '/api/complaints';

@Service()
export class ComplaintsClient {
  private readonly http = inject(HttpClient);

  async page(query: Readonly<Record<string, string>>): Promise<PageOfRows<ComplaintBrief>> {
    const { complaints, head, next } = await firstValueFrom(
      this.http.get<ComplaintList>(base, { params: { ...query } }),
    );
    return { rows: complaints, head, next };
  }

  /** One request for all of them; each is judged on its own. */
  assign(complaints: AssignComplaints['complaints']): Promise<ComplaintsAssigned> {
    const headers = { 'Idempotency-Key': crypto.randomUUID() };
    return firstValueFrom(this.http.post<ComplaintsAssigned>(`${base}/assign`, { complaints }, { headers }));
  }
}
