import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const teamRoutes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('team-page'), figures: textsOf('figures'), lists: textsOf('lists') },
    loadComponent: () => import('./team-page.js').then((file) => file.TeamPage),
  },
];
