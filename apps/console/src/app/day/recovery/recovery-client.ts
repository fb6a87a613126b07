import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { EndRecovery, Recovery } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

/** Low answers that are to be seen to. */
@Service()
export class RecoveryClient {
  private readonly http = inject(HttpClient);

  one(id: string): Promise<Recovery> {
    return firstValueFrom(this.http.get<Recovery>(`/api/recoveries/${id}`));
  }

  end(id: string, told: EndRecovery): Promise<Recovery> {
    return firstValueFrom(this.http.post<Recovery>(`/api/recoveries/${id}/end`, told));
  }

  takeUp(id: string, revision: number): Promise<Recovery> {
    return firstValueFrom(this.http.post<Recovery>(`/api/recoveries/${id}/take-up`, { revision }));
  }
}
