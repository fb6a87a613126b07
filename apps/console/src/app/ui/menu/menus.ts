import { ApplicationRef, createComponent, DOCUMENT, inject, Injector, Service, type Type } from '@angular/core';
import { MENU_ORIGIN } from './menu-origin.js';

/**
 * Opens menus at their buttons. A menu is a component that draws an `fc-menu-anchor` with its panel; it and all that
 * menus are made of are loaded when the first is opened.
 */
@Service()
export class Menus {
  private readonly application = inject(ApplicationRef);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);

  async open(button: HTMLElement, load: () => Promise<Type<unknown>>): Promise<void> {
    if (button.ariaExpanded === 'true') return;
    button.ariaExpanded = 'true';
    const menu = await load().catch((error: unknown) => {
      button.ariaExpanded = 'false';
      throw error;
    });
    const closed = () => {
      button.ariaExpanded = 'false';
      const { activeElement, body } = this.document;
      const hasLostFocus = !activeElement || activeElement === body || host.contains(activeElement);
      shown.destroy();
      if (hasLostFocus) button.focus();
    };
    const shown = createComponent(menu, {
      environmentInjector: this.application.injector,
      elementInjector: Injector.create({
        parent: this.injector,
        providers: [{ provide: MENU_ORIGIN, useValue: { button, closed } }],
      }),
    });
    const host = shown.location.nativeElement as HTMLElement;
    this.application.attachView(shown.hostView);
    this.document.body.append(host);
  }
}
