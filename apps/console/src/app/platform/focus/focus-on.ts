import { ApplicationRef, ElementRef, inject } from '@angular/core';

/**
 * In a component's field: gives the focus to what a change has brought into the component, at once. Keys may come before
 * the next rendering, and are meant for it.
 */
export function injectFocusOn(): (selector: string) => void {
  const application = inject(ApplicationRef);
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  return (selector) => {
    application.tick();
    host.querySelector<HTMLElement>(selector)?.focus();
  };
}
