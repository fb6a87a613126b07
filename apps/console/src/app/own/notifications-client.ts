import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { NotificationSettings, SetNotifications } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

const address = '/api/notifications/settings';

/** Of what one wants to be told, and how. */
@Service()
export class NotificationsClient {
  private readonly http = inject(HttpClient);

  settings(): Promise<NotificationSettings> {
    return firstValueFrom(this.http.get<NotificationSettings>(address));
  }

  change(wanted: Partial<SetNotifications>): Promise<NotificationSettings> {
    return firstValueFrom(this.http.put<NotificationSettings>(address, wanted));
  }
}
