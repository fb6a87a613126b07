import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { MadeCalendarFeed, OwnCalendarFeed, OwnSession } from '@forecall/contracts';
import { firstValueFrom, map } from 'rxjs';

@Service()
export class OwnClient {
  private readonly http = inject(HttpClient);

  sessions(): Promise<OwnSession[]> {
    return firstValueFrom(
      this.http.get<{ sessions: OwnSession[] }>('/api/session/own').pipe(map(({ sessions }) => sessions)),
    );
  }

  endSession(id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`/api/session/own/${encodeURIComponent(id)}`));
  }

  changePassword(entry: { currentPassword: string; newPassword: string }): Promise<unknown> {
    return firstValueFrom(this.http.put('/api/session/password', entry));
  }

  calendarFeed(): Promise<OwnCalendarFeed> {
    return firstValueFrom(this.http.get<OwnCalendarFeed>('/api/calendar-feed'));
  }

  makeCalendarFeed(): Promise<MadeCalendarFeed> {
    return firstValueFrom(this.http.post<MadeCalendarFeed>('/api/calendar-feed', {}));
  }

  revokeCalendarFeed(): Promise<unknown> {
    return firstValueFrom(this.http.delete('/api/calendar-feed'));
  }
}
