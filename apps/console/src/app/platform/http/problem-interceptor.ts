import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, throwError } from 'rxjs';
import { ProblemError, readProblem } from './problem-error.js';
import { SessionEnd } from './session-end.js';

/** A question that has no answer by then is asked anew or given up by whoever asked; a write is waited for. */
const answerWithinMilliseconds = 10_000;

/**
 * Marks our requests, which defends against forged ones from other sites, and turns every failure into a ProblemError.
 * An answer "signed-out" ends the session wherever it arrives.
 */
export const problemInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/')) return next(request);
  const sessionEnd = inject(SessionEnd);
  const timeout = request.timeout ?? (request.method === 'GET' ? answerWithinMilliseconds : undefined);
  return next(request.clone({ setHeaders: { 'X-Forecall': 'console' }, timeout })).pipe(
    catchError((failure: unknown) => {
      if (!(failure instanceof HttpErrorResponse)) return throwError(() => failure);
      const problem = readProblem(failure.status, failure.error);
      if (problem.code === 'signed-out') sessionEnd.announce();
      return throwError(() => new ProblemError(problem));
    }),
  );
};
