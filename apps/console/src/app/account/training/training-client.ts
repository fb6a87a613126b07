import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { HoldTraining, TrainingChanged, TrainingList } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

/** What the customers of an account were taught, and are to be taught. */
@Service()
export class TrainingClient {
  private readonly http = inject(HttpClient);

  list(accountId: string): Promise<TrainingList> {
    return firstValueFrom(this.http.get<TrainingList>(`/api/accounts/${accountId}/trainings`));
  }

  /** `key`: the same for every try of one making. */
  hold(accountId: string, told: HoldTraining, key: string): Promise<TrainingChanged> {
    const headers = { 'Idempotency-Key': key };
    return firstValueFrom(this.http.post<TrainingChanged>(`/api/accounts/${accountId}/trainings`, told, { headers }));
  }

  change(id: string, told: HoldTraining, revision: number): Promise<TrainingChanged> {
    return firstValueFrom(this.http.put<TrainingChanged>(`/api/trainings/${id}`, { ...told, revision }));
  }

  void(id: string, why: string, revision: number): Promise<TrainingChanged> {
    return firstValueFrom(this.http.post<TrainingChanged>(`/api/trainings/${id}/void`, { why, revision }));
  }

  restore(id: string, revision: number): Promise<TrainingChanged> {
    return firstValueFrom(this.http.post<TrainingChanged>(`/api/trainings/${id}/restore`, { revision }));
  }
}
