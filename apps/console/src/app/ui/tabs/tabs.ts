import { Component, input } from '@angular/core';
import { type Params, RouterLink, RouterLinkActive } from '@angular/router';

export interface Tab {
  label: string;
  link: string;
  /** What is asked for besides, of a page that is not among the tabs itself. */
  query?: Params;
}

/** The pages of one subject, side by side. */
@Component({
  selector: 'fc-tabs',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav [attr.aria-label]="label()">
      @for (tab of tabs(); track tab.link) {
        <a
          [routerLink]="tab.link"
          [queryParams]="tab.query"
          routerLinkActive
          ariaCurrentWhenActive="page"
          [routerLinkActiveOptions]="{
            paths: 'exact',
            queryParams: 'ignored',
            fragment: 'ignored',
            matrixParams: 'ignored',
          }"
          >{{ tab.label }}</a
        >
      }
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      gap: 18px;
      margin-bottom: 14px;
      border-bottom: 1px solid var(--fc-line);
      overflow-x: auto;
    }
    a {
      margin-bottom: -1px;
      padding: 6px 0 8px;
      border-bottom: 2px solid transparent;
      color: var(--fc-text-2);
      font-weight: var(--fc-weight-medium);
      white-space: nowrap;
    }
    a:hover {
      color: var(--fc-text);
      text-decoration: none;
    }
    a[aria-current] {
      border-color: var(--fc-accent);
      color: var(--fc-text);
    }
    @media (max-width: 640px) {
      a {
        padding-block: 11px;
      }
    }
  `,
})
export class Tabs {
  readonly label = input.required<string>();
  readonly tabs = input.required<readonly Tab[]>();
}
