import { Component } from '@angular/core';
import { ChangePassword } from './change-password.js';
import { NotificationSettings } from './notification-settings.js';
import { OwnSessions } from './own-sessions.js';

/** What is one's own: of what one is told, where one is signed in, the password. */
@Component({
  selector: 'fc-own-page',
  imports: [ChangePassword, NotificationSettings, OwnSessions],
  template: `
    <div class="columns">
      <div class="own">
        <fc-notification-settings />
        <fc-own-sessions #sessions />
      </div>
      <fc-change-password (changed)="sessions.reload()" />
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
export class OwnPage {}
