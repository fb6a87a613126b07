import { Dialog, type DialogRef } from '@angular/cdk/dialog';
import type { ComponentType } from '@angular/cdk/portal';
import { createGlobalPositionStrategy } from '@angular/cdk/overlay';
import { inject, Injector, Service } from '@angular/core';

/** Opens what stands at the right beside the page: receipts. One at a time; Esc closes and gives the focus back. */
@Service()
export class Drawers {
  private readonly dialog = inject(Dialog);
  private readonly injector = inject(Injector);
  private current: DialogRef | undefined;

  /** The component draws an `fc-drawer`; it reads `data` by DIALOG_DATA. */
  open(component: ComponentType<unknown>, data: unknown): void {
    this.current?.close();
    this.current = this.dialog.open(component, {
      data,
      ariaModal: false,
      ariaLabelledBy: 'drawer-heading',
      hasBackdrop: false,
      autoFocus: '[data-drawer-start]',
      restoreFocus: true,
      width: 'min(480px, 100vw)',
      height: '100dvh',
      panelClass: 'drawer-pane',
      positionStrategy: createGlobalPositionStrategy(this.injector).top('0').right('0'),
    });
  }

  close(): void {
    this.current?.close();
  }
}
