import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

const page = {
  resolve: {
    texts: textsOf('reports'),
    figures: textsOf('figures'),
    lists: textsOf('lists'),
    organisation: textsOf('organisation'),
  },
  loadComponent: () => import('./reports-page.js').then((file) => file.ReportsPage),
};

/** The explorer, and a report that is kept: the same page, with another question to begin with. */
export const reportsRoutes: Routes = [
  { path: '', ...page },
  { path: ':id', ...page },
];
