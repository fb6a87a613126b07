import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  OpenedWallboard,
  OpenWallboard,
  WallboardEntry,
  WallboardPage,
  WallboardQuery,
} from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

const base = '/api/wallboards';

/** Links for big screens. */
@Service()
export class WallboardsClient {
  private readonly http = inject(HttpClient);

  page(query: Partial<WallboardQuery>): Promise<WallboardPage> {
    return firstValueFrom(this.http.get<WallboardPage>(base, { params: { ...query } }));
  }

  open(entry: OpenWallboard): Promise<OpenedWallboard> {
    return firstValueFrom(this.http.post<OpenedWallboard>(base, entry));
  }

  revoke(id: string): Promise<WallboardEntry> {
    return firstValueFrom(this.http.post<WallboardEntry>(`${base}/${id}/revoke`, {}));
  }
}
