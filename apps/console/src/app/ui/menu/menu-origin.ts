import { InjectionToken } from '@angular/core';

/** The button a menu was opened at, and what is to happen when it has closed. */
export interface MenuOrigin {
  readonly button: HTMLElement;
  closed(): void;
}

export const MENU_ORIGIN = new InjectionToken<MenuOrigin>('MENU_ORIGIN');
