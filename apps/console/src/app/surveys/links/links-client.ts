import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  ChangeOpenSurveyLink,
  MakeOpenSurveyLink,
  OpenSurveyLink,
  OpenSurveyLinks,
  OpenSurveyReplies,
  OpenSurveyWords,
  ShownSurveyLink,
} from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

const base = '/api/survey-open-links';

/** Links by which customers answer: standing ones on receipts and counters, and the one of a contact. */
@Service()
export class LinksClient {
  private readonly http = inject(HttpClient);

  page(query: Readonly<Record<string, string | number>>): Promise<OpenSurveyLinks> {
    return firstValueFrom(this.http.get<OpenSurveyLinks>(base, { params: { ...query } }));
  }

  one(id: string): Promise<OpenSurveyLink> {
    return firstValueFrom(this.http.get<OpenSurveyLink>(`${base}/${id}`));
  }

  replies(id: string): Promise<OpenSurveyReplies> {
    return firstValueFrom(this.http.get<OpenSurveyReplies>(`${base}/${id}/replies`));
  }

  /** What customers wrote, the newest first. */
  words(id: string, query: Readonly<Record<string, string | number>>): Promise<OpenSurveyWords> {
    return firstValueFrom(this.http.get<OpenSurveyWords>(`${base}/${id}/words`, { params: { ...query } }));
  }

  /** `key`: the same for every try of one link. */
  make(told: MakeOpenSurveyLink, key: string): Promise<OpenSurveyLink> {
    return firstValueFrom(this.http.post<OpenSurveyLink>(base, told, { headers: { 'Idempotency-Key': key } }));
  }

  change(id: string, told: ChangeOpenSurveyLink): Promise<OpenSurveyLink> {
    return firstValueFrom(this.http.patch<OpenSurveyLink>(`${base}/${id}`, told));
  }

  /** For the customer of a contact; told again it is another secret of the same asking. */
  ofContact(contactId: string, formId: string): Promise<ShownSurveyLink> {
    return firstValueFrom(this.http.post<ShownSurveyLink>(`/api/contacts/${contactId}/survey-link`, { formId }));
  }
}

/** Where the QR code of a standing link is drawn. */
export const pictureOf = (id: string): string => `${base}/${id}/qr`;
