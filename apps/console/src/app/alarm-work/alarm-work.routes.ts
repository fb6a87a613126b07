import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const alarmWorkRoutes: Routes = [
  {
    path: '',
    resolve: {
      texts: textsOf('alarms'),
      work: textsOf('alarm-work'),
      lists: textsOf('lists'),
      board: textsOf('board'),
    },
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./list/alarms-page.js').then((file) => file.AlarmsPage),
      },
      {
        path: 'watch',
        title: 'page.alarm-watch',
        loadComponent: () => import('./watch/watch-page.js').then((file) => file.WatchPage),
      },
      {
        path: ':id',
        title: 'page.alarm',
        loadComponent: () => import('./page/alarm-page.js').then((file) => file.AlarmPage),
      },
    ],
  },
];
