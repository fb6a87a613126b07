import type { Routes } from '@angular/router';

export const ownRoutes: Routes = [
  { path: '', title: 'page.me', loadComponent: () => import('./own-page.js').then((file) => file.OwnPage) },
];
