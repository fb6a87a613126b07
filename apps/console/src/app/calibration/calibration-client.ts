import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  CalibrationResults,
  ChangeGoldSession,
  GoldSessionDetail,
  GoldSessionPage,
  MakeGoldSession,
} from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

const base = '/api/gold-sessions';

/** Gold sessions as the head makes them, and how far assessors agree by them. */
@Service()
export class CalibrationClient {
  private readonly http = inject(HttpClient);

  page(query: Readonly<Record<string, string>>): Promise<GoldSessionPage> {
    return firstValueFrom(this.http.get<GoldSessionPage>(base, { params: { ...query } }));
  }

  one(id: string): Promise<GoldSessionDetail> {
    return firstValueFrom(this.http.get<GoldSessionDetail>(`${base}/${id}`));
  }

  /** `key`: of the form, so that what is pressed twice is made once. */
  make(told: MakeGoldSession, key: string): Promise<GoldSessionDetail> {
    const headers = { 'Idempotency-Key': key };
    return firstValueFrom(this.http.post<GoldSessionDetail>(base, told, { headers }));
  }

  change(id: string, told: ChangeGoldSession): Promise<GoldSessionDetail> {
    return firstValueFrom(this.http.put<GoldSessionDetail>(`${base}/${id}`, told));
  }

  close(id: string, revision: number): Promise<GoldSessionDetail> {
    return firstValueFrom(this.http.post<GoldSessionDetail>(`${base}/${id}/close`, { revision }));
  }

  results(versionId: string): Promise<CalibrationResults> {
    return firstValueFrom(this.http.get<CalibrationResults>(`${base}/results/${versionId}`));
  }
}
