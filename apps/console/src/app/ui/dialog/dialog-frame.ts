import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject, input } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Icon } from '../icon/icon.js';

/** The frame of a small dialog: its name, a body, and at the foot the acts (`fcActions`). */
@Component({
  selector: 'fc-dialog',
  imports: [Icon],
  template: `
    <header>
      <h2 class="grow" id="dialog-heading">{{ heading() }}</h2>
      <button type="button" class="button icon" [attr.aria-label]="t('ui.close')" (click)="dialog.close()">
        <fc-icon name="close" />
      </button>
    </header>
    <div class="body"><ng-content /></div>
    <footer><ng-content select="[fcActions]" /></footer>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      max-height: inherit;
    }
    header {
      display: flex;
      align-items: center;
      gap: 10px;
      padding: 8px 10px 8px 16px;
      border-bottom: 1px solid var(--fc-line);
    }
    .body {
      min-height: 0;
      overflow-y: auto;
    }
    footer {
      display: flex;
      gap: var(--fc-2);
      justify-content: flex-end;
      padding: 10px 16px;
      border-top: 1px solid var(--fc-line);
    }
    footer:empty {
      display: none;
    }
  `,
})
export class DialogFrame {
  protected readonly t = injectTexts();
  protected readonly dialog = inject(DialogRef);
  readonly heading = input.required<string>();
}
