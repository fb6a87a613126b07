import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const callRulesRoutes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('call-rules'), desk: textsOf('desk') },
    loadComponent: () => import('./call-rules-page.js').then((file) => file.CallRulesPage),
  },
];
