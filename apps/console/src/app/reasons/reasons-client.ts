import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Acted, AddReason, ChangeReason, PlaceReason, ReasonEntry, ReasonTree } from '@forecall/contracts';
import { firstValueFrom, map } from 'rxjs';

const base = '/api/organisation/reasons';

/** What contacts are about, as a tree. */
@Service()
export class ReasonsClient {
  private readonly http = inject(HttpClient);

  /** In the order of the tree. */
  tree(closed: 'yes' | 'no'): Promise<ReasonEntry[]> {
    return firstValueFrom(this.http.get<ReasonTree>(base, { params: { closed } }).pipe(map(({ reasons }) => reasons)));
  }

  add(entry: AddReason): Promise<Acted> {
    return firstValueFrom(this.http.post<Acted>(base, entry));
  }

  change(id: string, entry: ChangeReason): Promise<Acted> {
    return firstValueFrom(this.http.patch<Acted>(`${base}/${id}`, entry));
  }

  place(id: string, entry: PlaceReason): Promise<Acted> {
    return firstValueFrom(this.http.post<Acted>(`${base}/${id}/place`, entry));
  }

  close(id: string, from: string, revision: number): Promise<Acted> {
    return firstValueFrom(this.http.post<Acted>(`${base}/${id}/close`, { from, revision }));
  }

  reopen(id: string, revision: number): Promise<Acted> {
    return firstValueFrom(this.http.post<Acted>(`${base}/${id}/reopen`, { revision }));
  }
}
