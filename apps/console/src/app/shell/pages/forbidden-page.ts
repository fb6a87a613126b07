import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Session } from '../../platform/session/session.js';
import { Empty } from '../../ui/feedback/empty.js';

@Component({
  selector: 'fc-forbidden-page',
  imports: [Empty, RouterLink],
  template: `
    <fc-empty class="card" icon="lock" [heading]="t('forbidden.heading')" [text]="text()">
      <a class="button primary" routerLink="/">{{ t('not-found.home') }}</a>
    </fc-empty>
  `,
})
export class ForbiddenPage {
  protected readonly t = injectTexts();
  private readonly session = inject(Session);

  /** Names the roles one has, so that one can say to an administrator what is missing. */
  protected text(): string {
    const roles = [...this.session.roles()].map((role) => this.t(`role.${role}`));
    return roles.length
      ? this.t('forbidden.text', { roles: roles.join(this.t('ui.list-comma')) })
      : this.t('forbidden.no-role');
  }
}
