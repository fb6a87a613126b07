import type { Routes } from '@angular/router';
import { textsOf } from '../platform/i18n/provide-texts.js';

export const campaignsRoutes: Routes = [
  {
    path: '',
    resolve: {
      texts: textsOf('campaigns'),
      booking: textsOf('booking'),
      figures: textsOf('figures'),
      marking: textsOf('marking'),
      organisation: textsOf('organisation'),
    },
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./list/campaigns-page.js').then((file) => file.CampaignsPage),
      },
      {
        path: 'new',
        title: 'page.plan-campaign',
        loadComponent: () => import('./plan/plan-page.js').then((file) => file.PlanPage),
      },
      {
        path: ':campaign/change',
        title: 'page.exam-campaign',
        loadComponent: () => import('./plan/plan-page.js').then((file) => file.PlanPage),
      },
      {
        path: ':campaign/report',
        title: 'page.exam-report',
        loadComponent: () => import('./report/report-page.js').then((file) => file.ExamReportPage),
      },
      {
        path: ':campaign/booking',
        title: 'page.exam-campaign',
        loadComponent: () => import('./booking/booking-page.js').then((file) => file.BookingPage),
      },
      {
        path: ':campaign',
        title: 'page.exam-campaign',
        loadComponent: () => import('./board/coverage-page.js').then((file) => file.CoveragePage),
      },
    ],
  },
];
