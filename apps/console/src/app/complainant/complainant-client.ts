import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Complainant, LinkComplainant } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

/** Who wrote into the public form. */
@Service()
export class ComplainantClient {
  private readonly http = inject(HttpClient);

  read(complaintId: string): Promise<Complainant> {
    return firstValueFrom(this.http.get<Complainant>(`/api/complaints/${complaintId}/complainant`));
  }

  link(complaintId: string, customer: LinkComplainant): Promise<Complainant> {
    return firstValueFrom(this.http.patch<Complainant>(`/api/complaints/${complaintId}/complainant`, customer));
  }
}
