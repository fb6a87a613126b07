import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const surveysRoutes: Routes = [
  {
    path: '',
    resolve: { texts: textsOf('surveys'), desk: textsOf('desk'), organisation: textsOf('organisation') },
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./list/forms-page.js').then((file) => file.FormsPage),
      },
      {
        path: 'rules',
        title: 'page.survey-rules',
        loadComponent: () => import('./rules/rules-page.js').then((file) => file.RulesPage),
      },
      {
        path: ':form',
        title: 'page.survey-form',
        loadComponent: () => import('./editor/form-page.js').then((file) => file.FormPage),
      },
    ],
  },
];
