import { Dialog } from '@angular/cdk/dialog';
import { createGlobalPositionStrategy } from '@angular/cdk/overlay';
import type { Injector } from '@angular/core';
import { Texts } from '../../platform/i18n/texts.js';
import { Palette } from './palette.js';

/** One thing at a time: nothing opens over an open dialog. */
export function openPalette(injector: Injector): void {
  const dialog = injector.get(Dialog);
  if (dialog.openDialogs.length) return;
  dialog.open(Palette, {
    width: 'min(560px, calc(100vw - 24px))',
    panelClass: 'floating',
    ariaLabel: injector.get(Texts).say('shell.find'),
    backdropClass: 'scrim',
    autoFocus: 'input',
    restoreFocus: true,
    positionStrategy: createGlobalPositionStrategy(injector).top('min(12vh, 96px)').centerHorizontally(),
  });
}
