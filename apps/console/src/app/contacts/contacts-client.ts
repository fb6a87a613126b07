import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  ContactBrief,
  ContactDetail,
  ContactList,
  ContactRevisions,
  CorrectContact,
  Revised,
  VoidEntry,
} from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';
import type { PageOfRows } from '../lists/index.js';

const base = '/api/contacts';

@Service()
export class ContactsClient {
  private readonly http = inject(HttpClient);

  async page(query: Readonly<Record<string, string>>): Promise<PageOfRows<ContactBrief>> {
    const { contacts, ...rest } = await firstValueFrom(this.http.get<ContactList>(base, { params: { ...query } }));
    return { rows: contacts, ...rest };
  }

  one(id: string): Promise<ContactDetail> {
    return firstValueFrom(this.http.get<ContactDetail>(`${base}/${id}`));
  }

  history(id: string): Promise<ContactRevisions> {
    return firstValueFrom(this.http.get<ContactRevisions>(`${base}/${id}/history`));
  }

  correct(id: string, correction: CorrectContact): Promise<Revised> {
    return firstValueFrom(this.http.patch<Revised>(`${base}/${id}`, correction));
  }

  void(id: string, entry: VoidEntry): Promise<Revised> {
    return firstValueFrom(this.http.post<Revised>(`${base}/${id}/void`, entry));
  }
}
