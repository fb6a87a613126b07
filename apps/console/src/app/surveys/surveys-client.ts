import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  ChangeSurveyForm,
  ContactAnswers,
  ContactSurveys,
  EnterSurvey,
  MakeSurveyForm,
  PersonSurveys,
  ReadyMadeSurveys,
  SaveSurveyDraft,
  SetPersonSurveys,
  SetSurveyRules,
  SurveyEntered,
  SurveyForm,
  SurveyFormDetail,
  SurveyFormPage,
  SurveyFormVersion,
  SurveyRules,
} from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

const base = '/api/survey-forms';

/** What customers are asked, when, and what was answered. */
@Service()
export class SurveysClient {
  private readonly http = inject(HttpClient);

  page(query: Readonly<Record<string, string | number>>): Promise<SurveyFormPage> {
    return firstValueFrom(this.http.get<SurveyFormPage>(base, { params: { ...query } }));
  }

  /** Those that can be asked by, the newest first. */
  async published(): Promise<readonly SurveyForm[]> {
    const { forms } = await this.page({ limit: 200 });
    return forms.filter(({ published }) => published !== null);
  }

  readyMade(): Promise<ReadyMadeSurveys> {
    return firstValueFrom(this.http.get<ReadyMadeSurveys>(`${base}/ready-made`));
  }

  make(told: MakeSurveyForm): Promise<SurveyFormDetail> {
    return firstValueFrom(this.http.post<SurveyFormDetail>(base, told));
  }

  one(id: string): Promise<SurveyFormDetail> {
    return firstValueFrom(this.http.get<SurveyFormDetail>(`${base}/${id}`));
  }

  change(id: string, told: ChangeSurveyForm): Promise<SurveyFormDetail> {
    return firstValueFrom(this.http.patch<SurveyFormDetail>(`${base}/${id}`, told));
  }

  version(id: string, versionId: string): Promise<SurveyFormVersion> {
    return firstValueFrom(this.http.get<SurveyFormVersion>(`${base}/${id}/versions/${versionId}`));
  }

  /** `keepalive`: it arrives though the page goes. */
  save(id: string, told: SaveSurveyDraft, keepalive: boolean): Promise<SurveyFormVersion> {
    return firstValueFrom(this.http.put<SurveyFormVersion>(`${base}/${id}/draft`, told, { keepalive }));
  }

  publish(id: string, revision: number): Promise<SurveyFormDetail> {
    return firstValueFrom(this.http.post<SurveyFormDetail>(`${base}/${id}/publish`, { revision }));
  }

  drop(id: string, revision: number): Promise<SurveyFormDetail> {
    return firstValueFrom(this.http.post<SurveyFormDetail>(`${base}/${id}/drop-draft`, { revision }));
  }

  rules(): Promise<SurveyRules> {
    return firstValueFrom(this.http.get<SurveyRules>('/api/survey-rules'));
  }

  setRules(told: SetSurveyRules): Promise<SurveyRules> {
    return firstValueFrom(this.http.put<SurveyRules>('/api/survey-rules', told));
  }

  answers(contactId: string): Promise<ContactAnswers> {
    return firstValueFrom(this.http.get<ContactAnswers>(`/api/contacts/${contactId}/answers`));
  }

  /** `key`: the same for every try of one entry. */
  enter(contactId: string, told: EnterSurvey, key: string): Promise<SurveyEntered> {
    const headers = { 'Idempotency-Key': key };
    return firstValueFrom(this.http.post<SurveyEntered>(`/api/contacts/${contactId}/surveys`, told, { headers }));
  }

  /** Whom one would ask about a contact, and what speaks against it. */
  ofContact(contactId: string): Promise<ContactSurveys> {
    return firstValueFrom(this.http.get<ContactSurveys>(`/api/contacts/${contactId}/surveys`));
  }

  ofPerson(id: string): Promise<PersonSurveys> {
    return firstValueFrom(this.http.get<PersonSurveys>(`/api/people/${id}/surveys`));
  }

  setPerson(id: string, told: SetPersonSurveys): Promise<PersonSurveys> {
    return firstValueFrom(this.http.put<PersonSurveys>(`/api/people/${id}/surveys`, told));
  }
}
