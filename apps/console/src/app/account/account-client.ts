import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  AccountHealthReply,
  AccountPage,
  AccountSurveys,
  CareActed,
  ChangeAccount,
  ChangePerson,
  CustomerChanged,
  DossierVersions,
  EndCare,
  GiveCare,
  PersonCreated,
  SetCareClass,
  TimeLine,
  TimeLineKind,
  UndoCare,
  WriteDossier,
} from '@forecall/contracts';
import type { DossierPart } from '@forecall/domain';
import { firstValueFrom, type Observable } from 'rxjs';

/** Which entries of the time line. */
export interface TimeLineOf {
  readonly accountId: string;
  readonly kind?: TimeLineKind;
  readonly after?: string;
  readonly limit?: number;
}

@Service()
export class AccountClient {
  private readonly http = inject(HttpClient);

  page(id: string): Promise<AccountPage> {
    return firstValueFrom(this.http.get<AccountPage>(`/api/accounts/${id}/page`));
  }

  health(id: string): Promise<AccountHealthReply> {
    return firstValueFrom(this.http.get<AccountHealthReply>(`/api/accounts/${id}/health`));
  }

  surveys(id: string): Promise<AccountSurveys> {
    return firstValueFrom(this.http.get<AccountSurveys>(`/api/accounts/${id}/surveys`));
  }

  timeLine({ accountId, ...query }: TimeLineOf): Promise<TimeLine> {
    return firstValueFrom(this.http.get<TimeLine>(`/api/accounts/${accountId}/time-line`, { params: query }));
  }

  change(id: string, told: ChangeAccount): Promise<CustomerChanged> {
    return firstValueFrom(this.http.patch<CustomerChanged>(`/api/accounts/${id}`, told));
  }

  setClass(id: string, told: SetCareClass): Promise<CareActed> {
    return firstValueFrom(this.http.put<CareActed>(`/api/accounts/${id}/class`, told));
  }

  giveCare(id: string, told: GiveCare): Promise<CareActed> {
    return firstValueFrom(this.http.post<CareActed>(`/api/accounts/${id}/care`, told));
  }

  endCare(id: string, careId: string, told: EndCare): Promise<CareActed> {
    return firstValueFrom(this.http.post<CareActed>(`/api/accounts/${id}/care/${careId}/end`, told));
  }

  /** Of the class, or of who cares for it: what was just done. */
  undo(id: string, of: 'class' | 'care', told: UndoCare): Promise<unknown> {
    return firstValueFrom(this.http.post(`/api/accounts/${id}/${of}/undo`, told));
  }

  /** `key`: the same for every try of one making. */
  addPerson(id: string, person: { name: string; nameZh: string | null; position: string }, key: string) {
    const headers = { 'Idempotency-Key': key };
    return firstValueFrom(this.http.post<PersonCreated>(`/api/accounts/${id}/people`, person, { headers }));
  }

  changePerson(id: string, told: ChangePerson): Promise<CustomerChanged> {
    return firstValueFrom(this.http.patch<CustomerChanged>(`/api/people/${id}`, told));
  }

  versions(id: string, part: DossierPart): Promise<DossierVersions> {
    return firstValueFrom(this.http.get<DossierVersions>(`/api/accounts/${id}/dossier/${part}`));
  }

  write(id: string, part: DossierPart, told: WriteDossier): Promise<unknown> {
    return firstValueFrom(this.http.put(`/api/accounts/${id}/dossier/${part}`, told) as Observable<unknown>);
  }
}
