import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  ErrorHandler,
  inject,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
  type ApplicationConfig,
} from '@angular/core';
import {
  provideRouter,
  RedirectCommand,
  Router,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { provideFindSource } from './ui/find/find-source.js';
import { problemInterceptor } from './platform/http/problem-interceptor.js';
import { provideTexts } from './platform/i18n/provide-texts.js';
import { FaultHandler } from './platform/notice/faults.js';
import { PageTitleStrategy } from './platform/page/page-head.js';
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
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
      withNavigationErrorHandler((failed) => {
        const error: unknown = failed.error;
        return new RedirectCommand(inject(Router).parseUrl('/error'), { skipLocationChange: true, info: { error } });
      }),
    ),
    { provide: TitleStrategy, useExisting: PageTitleStrategy },
    { provide: ErrorHandler, useExisting: FaultHandler },
    provideFindSource(() => import('./shell/find/screen-source.js').then((file) => file.ScreenSource)),
    provideFindSource(() => import('./shell/find/action-source.js').then((file) => file.ActionSource)),
    provideFindSource(() => import('./ui/find/customer-source.js').then((file) => file.CustomerSource)),
    provideFindSource(() => import('./ui/find/complaint-source.js').then((file) => file.ComplaintSource)),
  ],
};
