import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const complaintFormRoutes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('complaint-form') },
    loadComponent: () => import('./complaint-form-page.js').then((file) => file.ComplaintFormPage),
  },
];
