import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const writtenComplaintRoutes: Routes = [
  {
    path: '',
    resolve: {
      texts: textsOf('written-complaint'),
      desk: textsOf('desk'),
      temperament: textsOf('temperament'),
      files: textsOf('attachments'),
    },
    loadComponent: () => import('./written-complaint-page.js').then((file) => file.WrittenComplaintPage),
  },
];
