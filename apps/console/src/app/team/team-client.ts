import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { TeamQuestion, TeamReply } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

/** A team and its people. */
@Service()
export class TeamClient {
  private readonly http = inject(HttpClient);

  team({ team, window }: TeamQuestion): Promise<TeamReply> {
    const params = { window, ...(team === undefined ? {} : { team }) };
    return firstValueFrom(this.http.get<TeamReply>('/api/team', { params }));
  }
}
