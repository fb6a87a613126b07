import { CdkMenuTrigger } from '@angular/cdk/menu';
import { afterNextRender, Component, inject, input, viewChild, type TemplateRef } from '@angular/core';
import { MENU_ORIGIN } from './menu-origin.js';

/** Lies over the button a menu was opened at, so that the menu stands beside it and a second press closes it. */
@Component({
  selector: 'fc-menu-anchor',
  imports: [CdkMenuTrigger],
  template: `
    <div
      tabindex="-1"
      aria-hidden="true"
      [cdkMenuTriggerFor]="panel()"
      [style.left.px]="place.left"
      [style.top.px]="place.top"
      [style.width.px]="place.width"
      [style.height.px]="place.height"
      (cdkMenuClosed)="close()"
    ></div>
  `,
  styles: `
    div {
      position: fixed;
      z-index: var(--fc-z-menu);
      outline: none;
    }
  `,
})
export class MenuAnchor {
  readonly panel = input.required<TemplateRef<unknown>>();
  private readonly origin = inject(MENU_ORIGIN);
  private readonly trigger = viewChild.required(CdkMenuTrigger);
  protected readonly place = this.origin.button.getBoundingClientRect();

  constructor() {
    afterNextRender(() => {
      this.trigger().open();
      this.trigger().getMenu()?.focusFirstItem('keyboard');
    });
  }

  /** A moment later: after the menu has given the focus back. */
  protected close(): void {
    setTimeout(() => this.origin.closed());
  }
}
