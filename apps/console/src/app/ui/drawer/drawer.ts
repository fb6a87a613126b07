import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject, input } from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Icon } from '../icon/icon.js';
import type { IconName } from '../icon/icon-paths.js';

/** The frame of what `Drawers` opens: a head with its name, a body that scrolls. */
@Component({
  selector: 'fc-drawer',
  imports: [Icon],
  template: `
    <header>
      <fc-icon [name]="icon()" />
      <h2 class="clip" id="drawer-heading" tabindex="-1" data-drawer-start>{{ heading() }}</h2>
      <button type="button" class="button icon push-end" [attr.aria-label]="t('ui.close')" (click)="dialog.close()">
        <fc-icon name="close" />
      </button>
    </header>
    <div class="body"><ng-content /></div>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      height: 100%;
      border-inline-start: 1px solid var(--fc-line);
      background: var(--fc-surface-raised);
      box-shadow: var(--fc-shadow-dialog);
      --fc-ground: var(--fc-surface-raised);
      --sticky-top: 0;
    }
    header {
      display: flex;
      align-items: center;
      gap: 10px;
      min-height: var(--fc-top);
      padding: 0 10px 0 16px;
      border-bottom: 1px solid var(--fc-line);
    }
    .body {
      flex: 1;
      min-height: 0;
      overflow-y: auto;
    }
  `,
})
export class Drawer {
  protected readonly t = injectTexts();
  protected readonly dialog = inject(DialogRef);
  readonly heading = input.required<string>();
  readonly icon = input<IconName>('receipt');
}
