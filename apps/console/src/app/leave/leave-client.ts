import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Acted, ChangeLeave, EnterLeave, LeaveList } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

const base = '/api/leave';

/** Who is away, and who stands in. */
@Service()
export class LeaveClient {
  private readonly http = inject(HttpClient);

  page(query: { from: string; after?: string }): Promise<LeaveList> {
    return firstValueFrom(this.http.get<LeaveList>(base, { params: query }));
  }

  enter(entry: EnterLeave): Promise<Acted> {
    return firstValueFrom(this.http.post<Acted>(base, entry));
  }

  change(id: string, entry: ChangeLeave): Promise<Acted> {
    return firstValueFrom(this.http.patch<Acted>(`${base}/${id}`, entry));
  }

  cancel(id: string, revision: number): Promise<Acted> {
    return firstValueFrom(this.http.delete<Acted>(`${base}/${id}`, { params: { revision } }));
  }

  undo(act: string): Promise<Acted> {
    return firstValueFrom(this.http.post<Acted>(`${base}/acts/${act}/undo`, {}));
  }
}
