import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const complaintsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    resolve: { texts: textsOf('complaints'), lists: textsOf('lists') },
    loadComponent: () => import('./list/complaints-page.js').then((file) => file.ComplaintsPage),
  },
  {
    path: 'new',
    title: 'page.written-complaint',
    loadChildren: () =>
      import('../written-complaint/written-complaint.routes.js').then((file) => file.writtenComplaintRoutes),
  },
];
