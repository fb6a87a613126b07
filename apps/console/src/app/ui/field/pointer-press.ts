import { DOCUMENT, inject, Service, signal } from '@angular/core';

/** Whether a button of a pointer is held. What moves meanwhile is not what was pressed when it is let go, and no click. */
@Service()
export class PointerPress {
  readonly isHeld = signal(false);

  constructor() {
    const window = inject(DOCUMENT).defaultView;
    for (const [event, isHeld] of [
      ['pointerdown', true],
      ['pointerup', false],
      ['pointercancel', false],
    ] as const)
      window?.addEventListener(event, () => this.isHeld.set(isHeld), { capture: true, passive: true });
  }
}
