import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  ErrorHandler,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
  type ApplicationConfig,
} from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
  withRouterConfig,
} from '@angular/router';
import { provideFindSource } from './ui/find/find-source.js';
import { problemInterceptor } from './platform/http/problem-interceptor.js';
import { provideTexts } from './platform/i18n/provide-texts.js';
import { FaultHandler } from './platform/notice/faults.js';
import { PageTitleStrategy } from './platform/page/page-head.js';
import { handleNavigationError } from './shell/navigation-error.js';
import { routes } from './shell/shell.routes.js';

export const applicationConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([problemInterceptor])),
    provideTexts(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      withRouterConfig({ resolveNavigationPromiseOnError: true }),
      withNavigationErrorHandler(handleNavigationError),
    ),
    { provide: TitleStrategy, useExisting: PageTitleStrategy },
    { provide: ErrorHandler, useExisting: FaultHandler },
    provideFindSource(() => import('./shell/find/screen-source.js').then((file) => file.ScreenSource)),
    provideFindSource(() => import('./shell/find/action-source.js').then((file) => file.ActionSource)),
    provideFindSource(() => import('./ui/find/customer-source.js').then((file) => file.CustomerSource)),
    provideFindSource(() => import('./ui/find/complaint-source.js').then((file) => file.ComplaintSource)),
  ],
};
