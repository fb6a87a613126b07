import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const indicatorsRoutes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('indicators'), figures: textsOf('figures') },
    loadComponent: () => import('./indicators-page.js').then((file) => file.IndicatorsPage),
  },
];
