import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const wallboardRoutes: Routes = [
  {
    path: 'wallboard/:token',
    title: 'page.wallboard',
    resolve: { texts: textsOf('wallboard'), alarms: textsOf('alarms') },
    loadComponent: () => import('./wallboard-page.js').then((file) => file.WallboardPage),
  },
];
