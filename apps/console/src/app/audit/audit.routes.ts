import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const auditRoutes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('audit'), organisation: textsOf('organisation'), tokens: textsOf('tokens') },
    loadComponent: () => import('./audit-page.js').then((file) => file.AuditPage),
  },
];
