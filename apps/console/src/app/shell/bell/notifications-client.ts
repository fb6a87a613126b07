import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { NotificationList, ReadNotifications } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

/** What one was told. */
@Service()
export class NotificationsClient {
  private readonly http = inject(HttpClient);

  list(): Promise<NotificationList> {
    return firstValueFrom(this.http.get<NotificationList>('/api/notifications', { params: { limit: 50 } }));
  }

  read(what: ReadNotifications): Promise<unknown> {
    return firstValueFrom(this.http.post('/api/notifications/read', what));
  }
}
