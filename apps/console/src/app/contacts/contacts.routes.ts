import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const contactsRoutes: Routes = [
  {
    path: '',
    resolve: {
      texts: textsOf('contacts'),
      lists: textsOf('lists'),
      desk: textsOf('desk'),
      surveys: textsOf('survey-entry'),
    },
    loadComponent: () => import('./list/contacts-page.js').then((file) => file.ContactsPage),
  },
];
