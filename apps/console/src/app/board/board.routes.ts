import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const boardRoutes: Routes = [
  {
    path: '',
    title: 'page.board',
    resolve: { texts: textsOf('board'), alarms: textsOf('alarms') },
    loadComponent: () => import('./board-page.js').then((file) => file.BoardPage),
  },
];
