import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

const resolve = {
  ...{ texts: textsOf('appraisals'), figures: textsOf('figures'), scorecards: textsOf('scorecards') },
  ...{ lists: textsOf('lists'), organisation: textsOf('organisation') },
};

export const appraisalsRoutes: Routes = [
  {
    path: '',
    resolve,
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./list/appraisals-page.js').then((file) => file.AppraisalsPage),
      },
      {
        path: 'upward',
        title: 'page.upward',
        loadComponent: () => import('./upward/upward-page.js').then((file) => file.UpwardPage),
      },
      {
        path: 'competencies',
        title: 'page.competencies',
        loadComponent: () => import('./competencies/competencies-page.js').then((file) => file.CompetenciesPage),
      },
      {
        path: 'cycles/:id',
        title: 'page.appraisal-cycle',
        loadComponent: () => import('./cycle/cycle-page.js').then((file) => file.CyclePage),
      },
      {
        path: ':id/print',
        title: 'page.appraisal-sheet',
        loadComponent: () => import('./paper/paper-page.js').then((file) => file.PaperPage),
      },
      {
        path: ':id',
        title: 'page.appraisal',
        loadComponent: () => import('./one/appraisal-page.js').then((file) => file.AppraisalPage),
      },
    ],
  },
];
