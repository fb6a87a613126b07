import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

const resolve = {
  ...{ texts: textsOf('scorecards'), figures: textsOf('figures'), funnels: textsOf('funnels') },
  lists: textsOf('lists'),
};

export const ownScorecardRoutes: Routes = [
  {
    path: '',
    resolve,
    loadComponent: () => import('./own-page.js').then((file) => file.OwnScorecardPage),
  },
];

export const scorecardsRoutes: Routes = [
  {
    path: '',
    resolve,
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./list/scorecards-page.js').then((file) => file.ScorecardsPage),
      },
      {
        path: ':kind/:id',
        title: 'page.scorecard',
        loadComponent: () => import('./card/card-page.js').then((file) => file.CardPage),
      },
    ],
  },
];
