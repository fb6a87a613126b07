import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const funnelsRoutes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('funnels'), figures: textsOf('figures') },
    loadComponent: () => import('./funnels-page.js').then((file) => file.FunnelsPage),
  },
];
