import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const complaintRoutes: Routes = [
  {
    path: '',
    resolve: {
      texts: textsOf('complaint-page'),
      more: textsOf('organisation'),
      files: textsOf('attachments'),
      complainant: textsOf('complainant'),
      desk: textsOf('desk'),
      surveys: textsOf('survey-entry'),
    },
    loadComponent: () => import('./complaint-page.js').then((file) => file.ComplaintPage),
  },
];
