import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

const texts = { texts: textsOf('marking') };

/** One's exams: those one marks, those one sits, and their results. */
export const myExamsRoutes: Routes = [
  {
    path: '',
    title: 'page.my-exams',
    resolve: texts,
    loadComponent: () => import('./mine/my-exams-page.js').then((file) => file.MyExamsPage),
  },
  {
    path: ':id/print',
    title: 'page.exam-sheet',
    resolve: texts,
    loadComponent: () => import('./paper/sheet-page.js').then((file) => file.SheetPage),
  },
  {
    path: ':id',
    title: 'page.exam-result',
    resolve: { ...texts, organisation: textsOf('organisation') },
    loadComponent: () => import('./mine/result-page.js').then((file) => file.ResultPage),
  },
];

/** The screen on which an exam is marked, without the shell around it. */
export const markingRoutes: Routes = [
  {
    path: '',
    title: 'page.marking',
    resolve: texts,
    loadComponent: () => import('./sheet/marking-page.js').then((file) => file.MarkingPage),
  },
];
