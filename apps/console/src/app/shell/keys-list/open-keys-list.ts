import { Dialog } from '@angular/cdk/dialog';
import type { Injector } from '@angular/core';
import { Dialogs } from '../../ui/dialog/dialogs.js';
import { KeysList } from './keys-list.js';

export function openKeysList(injector: Injector): void {
  if (injector.get(Dialog).openDialogs.length === 0) injector.get(Dialogs).open(KeysList);
}
