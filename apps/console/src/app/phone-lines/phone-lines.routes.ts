import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const phoneLinesRoutes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('phone-lines'), organisation: textsOf('organisation') },
    loadComponent: () => import('./phone-lines-page.js').then((file) => file.PhoneLinesPage),
  },
];
