import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const leaveRoutes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('leave'), organisation: textsOf('organisation') },
    loadComponent: () => import('./leave-page.js').then((file) => file.LeavePage),
  },
];
