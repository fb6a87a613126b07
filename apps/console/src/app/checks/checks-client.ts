import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { TallyVerification } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

/** What the program found when it checked its own figures. */
@Service()
export class ChecksClient {
  private readonly http = inject(HttpClient);

  tallies(): Promise<TallyVerification> {
    return firstValueFrom(this.http.get<TallyVerification>('/api/tallies/verification'));
  }
}
