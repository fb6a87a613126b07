import { Component, computed, inject } from '@angular/core';
import { Session } from '../platform/session/session.js';
import { ChangePassword } from './change-password.js';
import { OwnCalendar } from './own-calendar.js';
import { NotificationSettings } from './notification-settings.js';
import { OwnSessions } from './own-sessions.js';

/** What is one's own: of what one is told, where one is signed in, one's calendar, the password. */
@Component({
  selector: 'fc-own-page',
  imports: [ChangePassword, NotificationSettings, OwnCalendar, OwnSessions],
  template: `
    <div class="columns">
      <div class="own">
        <fc-notification-settings />
        <fc-own-sessions #sessions />
      </div>
      <div class="own">
        @if (mayCall()) {
          <fc-own-calendar />
        }
        <fc-change-password (changed)="sessions.reload()" />
      </div>
    </div>
  `,
  styles: `
    .own {
      display: grid;
      gap: 16px;
      min-width: 0;
    }
  `,
})
export class OwnPage {
  private readonly session = inject(Session);
  protected readonly mayCall = computed(() => this.session.hasRole('rep', 'supervisor', 'head'));
}
