import { Dialog } from '@angular/cdk/dialog';
import { createGlobalPositionStrategy } from '@angular/cdk/overlay';
import { inject, Injector, Service } from '@angular/core';
import { injectTexts } from '../platform/i18n/texts.js';
import { Dialogs } from '../ui/dialog/dialogs.js';

/** What the shell opens from more than one place; each loaded when first opened. */
@Service()
export class Openers {
  private readonly dialog = inject(Dialog);
  private readonly dialogs = inject(Dialogs);
  private readonly injector = inject(Injector);
  private readonly t = injectTexts();

  async find(): Promise<void> {
    if (this.dialog.openDialogs.length) return;
    const { Palette } = await import('./find/palette.js');
    this.dialog.open(Palette, {
      width: 'min(560px, calc(100vw - 24px))',
      panelClass: 'floating',
      ariaLabel: this.t('shell.find'),
      backdropClass: 'scrim',
      autoFocus: 'input',
      restoreFocus: true,
      positionStrategy: createGlobalPositionStrategy(this.injector).top('min(12vh, 96px)').centerHorizontally(),
    });
  }

  async keys(): Promise<void> {
    if (this.dialog.openDialogs.length) return;
    const { KeysList } = await import('./keys-list/keys-list.js');
    this.dialogs.open(KeysList);
  }
}
