import { Component } from '@angular/core';
import { ChangePassword } from './change-password.js';
import { OwnSessions } from './own-sessions.js';

/** How one signs in oneself: the password, and where one is signed in. */
@Component({
  selector: 'fc-own-page',
  imports: [ChangePassword, OwnSessions],
  template: `
    <div class="columns">
      <fc-own-sessions #sessions />
      <fc-change-password (changed)="sessions.reload()" />
    </div>
  `,
})
export class OwnPage {}
