import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { ChainVerification, TallyVerification } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

/** What the program found when it checked its own figures. */
@Service()
export class ChecksClient {
  private readonly http = inject(HttpClient);

  tallies(): Promise<TallyVerification> {
    return firstValueFrom(this.http.get<TallyVerification>('/api/tallies/verification'));
  }

  chain(): Promise<ChainVerification> {
    return firstValueFrom(this.http.get<ChainVerification>('/api/appraisal-chain/verification'));
  }
}
