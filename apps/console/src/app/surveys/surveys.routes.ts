import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';
import { mustHaveRole } from '../platform/session/session-guards.js';

const leaders = ['supervisor', 'head', 'executive'] as const;

export const surveysRoutes: Routes = [
  {
    path: '',
    resolve: {
      texts: textsOf('surveys'),
      drafts: textsOf('drafts'),
      desk: textsOf('desk'),
      organisation: textsOf('organisation'),
    },
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
        path: 'asked',
        title: 'page.survey-asked',
        canActivate: [mustHaveRole(leaders)],
        resolve: { asked: textsOf('survey-asked'), lists: textsOf('lists') },
        loadComponent: () => import('./asked/asked-page.js').then((file) => file.AskedPage),
      },
      {
        path: 'links',
        canActivate: [mustHaveRole(leaders)],
        resolve: { links: textsOf('survey-links') },
        children: [
          {
            path: '',
            pathMatch: 'full',
            title: 'page.survey-links',
            loadComponent: () => import('./links/links-page.js').then((file) => file.LinksPage),
          },
          {
            path: ':link/print',
            title: 'page.survey-link',
            loadComponent: () => import('./links/print-page.js').then((file) => file.PrintPage),
          },
        ],
      },
      {
        path: ':form',
        title: 'page.survey-form',
        loadComponent: () => import('./editor/form-page.js').then((file) => file.FormPage),
      },
    ],
  },
];
