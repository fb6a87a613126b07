import { inject } from '@angular/core';
import { Router, type Route, type Routes } from '@angular/router';
import { mustBeSignedIn, mustHaveRole } from '../platform/session/session-guards.js';
import { signInRoutes } from '../sign-in/sign-in.routes.js';
import { wallboardRoutes } from '../wallboard/wallboard.routes.js';
import { ErrorPage } from './pages/error-page.js';
import { Placed } from './places/placed.js';
import { places, type Place } from './places/places.js';
import { Shell } from './shell.js';

const notFound: Route = {
  path: '**',
  title: 'page.not-found',
  loadComponent: () => import('./pages/not-found-page.js').then((file) => file.NotFoundPage),
};

const placeRoute = (place: Place): Route => ({
  path: place.path,
  title: place.title,
  canActivate: [mustHaveRole(place.roles)],
  data: { isRail: place.isRail ?? false },
  loadChildren: place.load ?? (() => [{ ...notFound, title: place.title }]),
});

/** The sign-in page and the shell are part of the first load: nobody gets by without them. */
export const routes: Routes = [
  ...signInRoutes,
  ...wallboardRoutes,
  {
    path: 'marking',
    canActivate: [mustBeSignedIn],
    children: [
      {
        path: 'gold/:id',
        title: 'page.marking',
        data: { of: 'gold' },
        canActivate: [mustHaveRole(['rep', 'supervisor', 'head', 'executive'])],
        loadChildren: () => import('../marking/marking.routes.js').then((file) => file.markingRoutes),
      },
      {
        path: ':id',
        title: 'page.marking',
        data: { of: 'exam' },
        canActivate: [mustHaveRole(['rep', 'supervisor', 'head', 'executive'])],
        loadChildren: () => import('../marking/marking.routes.js').then((file) => file.markingRoutes),
      },
    ],
  },
  {
    path: '',
    canActivate: [mustBeSignedIn],
    component: Shell,
    children: [
      {
        path: '',
        pathMatch: 'full',
        canActivate: [() => inject(Router).parseUrl(inject(Placed).home())],
        children: [],
      },
      // Before the places: below `exams` everything else is a campaign.
      {
        path: 'exams/papers',
        title: 'page.exam-papers',
        canActivate: [mustHaveRole(['supervisor', 'head', 'executive'])],
        loadChildren: () => import('../exam-papers/exam-papers.routes.js').then((file) => file.examPapersRoutes),
      },
      {
        path: 'exams/calibration',
        title: 'page.calibration',
        canActivate: [mustHaveRole(['head', 'executive'])],
        loadChildren: () => import('../calibration/calibration.routes.js').then((file) => file.calibrationRoutes),
      },
      ...places.map(placeRoute),
      // After the places: those below `complaints` have names of their own, such as `complaints/new`.
      {
        path: 'complaints/:id',
        title: 'page.complaint',
        canActivate: [mustHaveRole(['rep', 'supervisor', 'head', 'executive'])],
        loadChildren: () => import('../complaint/complaint.routes.js').then((file) => file.complaintRoutes),
      },
      {
        path: 'accounts/:id',
        title: 'page.account',
        canActivate: [mustHaveRole(['rep', 'supervisor', 'head', 'executive'])],
        loadChildren: () => import('../account/account.routes.js').then((file) => file.accountRoutes),
      },
      {
        path: 'set-up',
        title: 'page.set-up',
        canActivate: [mustHaveRole(['admin'])],
        loadChildren: () => import('../set-up/set-up.routes.js').then((file) => file.setUpRoutes),
      },
      { path: 'me', loadChildren: () => import('../own/own.routes.js').then((file) => file.ownRoutes) },
      {
        path: 'forbidden',
        title: 'page.forbidden',
        loadComponent: () => import('./pages/forbidden-page.js').then((file) => file.ForbiddenPage),
      },
    ],
  },
  {
    path: 'error',
    title: 'page.error',
    // Part of the first load: what says that nothing can be loaded must not be loaded itself.
    component: ErrorPage,
  },
  {
    path: '',
    canActivate: [mustBeSignedIn],
    component: Shell,
    children: [notFound],
  },
];
