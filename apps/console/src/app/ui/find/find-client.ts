import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { ComplaintList, CustomersFound } from '@forecall/contracts';
import { firstValueFrom, fromEvent, type Observable, takeUntil } from 'rxjs';

/** What the palette asks the server. Aborted, a question is cancelled and has no answer. */
@Service()
export class FindClient {
  private readonly http = inject(HttpClient);

  customers(q: string, signal: AbortSignal): Promise<CustomersFound | null> {
    return this.unlessAborted(this.http.get<CustomersFound>('/api/customers/find', { params: { q } }), signal);
  }

  complaints(number: string, signal: AbortSignal): Promise<ComplaintList | null> {
    const params = { number, state: 'all', limit: 8 };
    return this.unlessAborted(this.http.get<ComplaintList>('/api/complaints', { params }), signal);
  }

  private unlessAborted<Answer>(answer: Observable<Answer>, signal: AbortSignal): Promise<Answer | null> {
    if (signal.aborted) return Promise.resolve(null);
    return firstValueFrom(answer.pipe(takeUntil(fromEvent(signal, 'abort'))), { defaultValue: null });
  }
}
