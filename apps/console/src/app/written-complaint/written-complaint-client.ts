import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { ComplaintReceived, LogWrittenComplaint, ReasonTree, Structure } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

/** What the page sends: what it leaves out has the contract's defaults. */
export type WrittenToLog = Pick<LogWrittenComplaint, 'channel' | 'receivedAt'> &
  Partial<Omit<LogWrittenComplaint, 'complaint'>> & {
    complaint: Partial<LogWrittenComplaint['complaint']>;
  };

/** Complaints that came in writing, and what they are chosen from. */
@Service()
export class WrittenComplaintClient {
  private readonly http = inject(HttpClient);

  /** Sent again with the same key it is one complaint. */
  log(complaint: WrittenToLog, key: string): Promise<ComplaintReceived> {
    const headers = { 'Idempotency-Key': key };
    return firstValueFrom(this.http.post<ComplaintReceived>('/api/complaints', complaint, { headers }));
  }

  reasons(): Promise<ReasonTree> {
    return firstValueFrom(this.http.get<ReasonTree>('/api/organisation/reasons'));
  }

  structure(): Promise<Structure> {
    return firstValueFrom(this.http.get<Structure>('/api/organisation'));
  }
}
