import type { Injector } from '@angular/core';
import { Drawers } from '../ui/drawer/drawers.js';
import { ReceiptsDrawer } from './receipts-drawer.js';
import type { ReceiptsOf } from './receipts.js';

export function showReceipts(injector: Injector, of: ReceiptsOf): void {
  injector.get(Drawers).open(ReceiptsDrawer, of);
}
