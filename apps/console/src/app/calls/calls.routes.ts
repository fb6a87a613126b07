import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const callsRoutes: Routes = [
  {
    path: '',
    title: 'page.calls',
    resolve: {
      texts: textsOf('calls'),
      desk: textsOf('desk'),
      temperament: textsOf('temperament'),
      health: textsOf('health'),
      promises: textsOf('promises'),
      organisation: textsOf('organisation'),
    },
    loadComponent: () => import('./calls-page.js').then((file) => file.CallsPage),
  },
  {
    path: 'plan',
    title: 'page.calls',
    resolve: { texts: textsOf('calls'), plan: textsOf('call-plan'), desk: textsOf('desk') },
    loadComponent: () => import('./plan/plan-page.js').then((file) => file.PlanPage),
  },
];
