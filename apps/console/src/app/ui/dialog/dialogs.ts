import { Dialog, type DialogRef } from '@angular/cdk/dialog';
import type { ComponentType } from '@angular/cdk/portal';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';

/** Small dialogs: keys, a confirmation of what cannot be undone. Forms have pages. */
@Service()
export class Dialogs {
  private readonly dialog = inject(Dialog);

  open<Result = unknown>(component: ComponentType<unknown>, data?: unknown): DialogRef<Result> {
    return this.dialog.open<Result>(component, {
      data,
      width: 'min(456px, calc(100vw - 24px))',
      maxHeight: 'calc(100dvh - 48px)',
      panelClass: 'floating',
      backdropClass: 'scrim',
      ariaLabelledBy: 'dialog-heading',
      autoFocus: 'first-heading',
      restoreFocus: true,
    });
  }

  /** Asks before what cannot be undone. The question names the thing, the two buttons say what they do. */
  async confirm(question: Confirmation): Promise<boolean> {
    const { ConfirmDialog } = await import('./confirm-dialog.js');
    return (await firstValueFrom(this.open<boolean>(ConfirmDialog, question).closed)) === true;
  }
}

/** Texts ready to print. */
export interface Confirmation {
  /** "Delete the token "Importer"?" */
  heading: string;
  /** "Two jobs use it and will stop." */
  consequence: string;
  /** "Delete the token" */
  act: string;
  /** "Keep it" */
  keep: string;
}
