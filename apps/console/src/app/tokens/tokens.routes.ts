import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const tokensRoutes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('tokens'), organisation: textsOf('organisation') },
    loadComponent: () => import('./tokens-page.js').then((file) => file.TokensPage),
  },
];
