import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Session } from '../../platform/session/session.js';

/** The two ways to look at calls: one by one, or as the plan of a team. */
@Component({
  selector: 'fc-list-or-plan',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav [attr.aria-label]="t('calls.ways')">
      @for (way of ways(); track way.link) {
        <a
          [routerLink]="way.link"
          [queryParams]="way.query"
          routerLinkActive
          ariaCurrentWhenActive="page"
          [routerLinkActiveOptions]="{
            paths: 'exact',
            queryParams: 'ignored',
            fragment: 'ignored',
            matrixParams: 'ignored',
          }"
          >{{ t(way.label) }}</a
        >
      }
    </nav>
  `,
  styles: `
    :host {
      display: block;
    }
    nav {
      display: inline-flex;
      gap: 1px;
      padding: 2px;
      border-radius: var(--fc-radius-control);
      background: var(--fc-surface-sunken);
    }
    a {
      display: inline-flex;
      align-items: center;
      height: calc(var(--fc-control) - 6px);
      padding: 0 10px;
      border-radius: var(--fc-radius-chip);
      color: var(--fc-text-2);
      font-size: var(--fc-text-small);
      font-weight: var(--fc-weight-medium);
      white-space: nowrap;
    }
    a:hover {
      color: var(--fc-text);
      text-decoration: none;
    }
    a[aria-current] {
      background: var(--fc-surface);
      color: var(--fc-text);
      box-shadow: 0 0 0 1px var(--fc-line-strong);
    }
    @media (max-width: 640px) {
      a {
        height: 36px;
      }
    }
  `,
})
export class ListOrPlan {
  protected readonly t = injectTexts();
  private readonly session = inject(Session);
  protected readonly ways = computed(() => [
    { link: '/calls', query: this.own(), label: 'calls.my-list' },
    { link: '/calls/plan', query: {}, label: 'calls.plan' },
  ]);

  /** Who leads others says that it is their own list they mean: without a name the empty one is passed by. */
  private own(): { staff?: string } {
    const staff = this.session.hasRole('supervisor', 'head', 'executive') ? this.session.me()?.staffId : undefined;
    return staff === undefined ? {} : { staff };
  }
}
