import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Me, OneTimeLink, RedeemLinkRequest } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

@Service()
export class LinkClient {
  private readonly http = inject(HttpClient);

  read(token: string): Promise<OneTimeLink> {
    return firstValueFrom(this.http.get<OneTimeLink>(this.url(token)));
  }

  redeem(token: string, entry: RedeemLinkRequest): Promise<Me> {
    return firstValueFrom(this.http.post<Me>(this.url(token), entry));
  }

  private url(token: string): string {
    return `/api/links/${encodeURIComponent(token)}`;
  }
}
