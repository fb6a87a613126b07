import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { DialogFrame } from './dialog-frame.js';
import type { Confirmation } from './dialogs.js';

@Component({
  selector: 'fc-confirm-dialog',
  imports: [DialogFrame],
  template: `
    <fc-dialog [heading]="question.heading">
      <p class="text">{{ question.consequence }}</p>
      <ng-container ngProjectAs="[fcActions]">
        <button type="button" class="button" (click)="dialog.close(false)">{{ question.keep }}</button>
        <button type="button" class="button primary" (click)="dialog.close(true)">{{ question.act }}</button>
      </ng-container>
    </fc-dialog>
  `,
  styles: `
    .text {
      padding: 14px 16px;
      color: var(--fc-text-2);
      white-space: pre-line;
    }
  `,
})
export class ConfirmDialog {
  protected readonly question = inject<Confirmation>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
}
