import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Me, OneTimeLink } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

/** What a one-time link is redeemed with; the last four for the first administrator only. */
export interface LinkEntry {
  password: string;
  name?: string;
  email?: string;
  organisationName?: string;
  zone?: string;
}

@Service()
export class LinkClient {
  private readonly http = inject(HttpClient);

  read(token: string): Promise<OneTimeLink> {
    return firstValueFrom(this.http.get<OneTimeLink>(this.url(token)));
  }

  redeem(token: string, entry: LinkEntry): Promise<Me> {
    return firstValueFrom(this.http.post<Me>(this.url(token), entry));
  }

  private url(token: string): string {
    return `/api/links/${encodeURIComponent(token)}`;
  }
}
