import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

const page = {
  resolve: {
    texts: textsOf('control-charts'),
    figures: textsOf('figures'),
  },
  loadComponent: () => import('./control-chart-page.js').then((file) => file.ControlChartPage),
};

/** Without a department the page goes to one. */
export const controlChartsRoutes: Routes = [
  { path: '', ...page },
  { path: ':department', ...page },
];
