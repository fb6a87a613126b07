import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const dayRoutes: Routes = [
  {
    path: '',
    title: 'page.day',
    resolve: { texts: textsOf('my-day'), surveys: textsOf('survey-entry') },
    loadComponent: () => import('./day-page.js').then((file) => file.DayPage),
  },
];
