import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  DutyDetail,
  DutyList,
  DutyQuery,
  DutyStands,
  DutyTakers,
  EndDuty,
  HandDuty,
  MakeDuty,
  MoveDuty,
  Named,
} from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

const base = '/api/duties';

/** What there is to do, and what one does with it. Each act has a key of its own, so that it is done once. */
@Service()
export class DayClient {
  private readonly http = inject(HttpClient);

  list(query: Partial<DutyQuery>): Promise<DutyList> {
    return firstValueFrom(this.http.get<DutyList>(base, { params: { ...query } }));
  }

  one(id: string): Promise<DutyDetail> {
    return firstValueFrom(this.http.get<DutyDetail>(`${base}/${id}`));
  }

  /** To whom one may give a duty; of one that is there without those whom it is about. */
  async takers(dutyId?: string): Promise<readonly Named[]> {
    const params = { ...(dutyId !== undefined && { dutyId }) };
    return (await firstValueFrom(this.http.get<DutyTakers>(`${base}/takers`, { params }))).staff;
  }

  make(duty: Partial<MakeDuty>): Promise<DutyStands> {
    return this.post('', duty);
  }

  done(id: string, body: EndDuty): Promise<DutyStands> {
    return this.post(`/${id}/done`, body);
  }

  takeUp(id: string, revision: number): Promise<DutyStands> {
    return this.post(`/${id}/take-up`, { revision });
  }

  move(id: string, body: MoveDuty): Promise<DutyStands> {
    return this.post(`/${id}/move`, body);
  }

  hand(id: string, body: HandDuty): Promise<DutyStands> {
    return this.post(`/${id}/hand`, body);
  }

  private post(path: string, body: object): Promise<DutyStands> {
    const headers = { 'Idempotency-Key': crypto.randomUUID() };
    return firstValueFrom(this.http.post<DutyStands>(`${base}${path}`, body, { headers }));
  }
}
