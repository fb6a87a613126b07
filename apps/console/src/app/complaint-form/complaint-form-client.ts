import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { ChangeComplaintForm, ComplaintForm, Structure } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

/** The settings of the public form. */
@Service()
export class ComplaintFormClient {
  private readonly http = inject(HttpClient);

  read(): Promise<ComplaintForm> {
    return firstValueFrom(this.http.get<ComplaintForm>('/api/complaint-form'));
  }

  change(change: ChangeComplaintForm): Promise<ComplaintForm> {
    return firstValueFrom(this.http.patch<ComplaintForm>('/api/complaint-form', change));
  }

  structure(): Promise<Structure> {
    return firstValueFrom(this.http.get<Structure>('/api/organisation'));
  }
}
