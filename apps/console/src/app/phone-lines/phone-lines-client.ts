import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { OpenedPhoneLine, OpenPhoneLine, PhoneLineEntry, PhoneLineQuery, PhoneLines } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

const base = '/api/phone-lines';

/** Telephone systems that tell of their calls. */
@Service()
export class PhoneLinesClient {
  private readonly http = inject(HttpClient);

  list(query: PhoneLineQuery): Promise<PhoneLines> {
    return firstValueFrom(this.http.get<PhoneLines>(base, { params: { ...query } }));
  }

  open(entry: OpenPhoneLine): Promise<OpenedPhoneLine> {
    return firstValueFrom(this.http.post<OpenedPhoneLine>(base, entry));
  }

  revoke(id: string): Promise<PhoneLineEntry> {
    return firstValueFrom(this.http.post<PhoneLineEntry>(`${base}/${id}/revoke`, {}));
  }
}
