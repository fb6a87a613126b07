import type { Problem } from '@forecall/contracts';

/** A refused or failed request, in the form of problem details whatever went wrong. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ProblemError';
  }

  get code(): string {
    return this.problem.code;
  }
}

/** What Chromium and Firefox, and what Safari say of a part of the console that could not be loaded. */
const programMissing = /dynamically imported module|importing a module script failed/i;

const passing = new Set(['no-connection', 'unavailable', 'late', 'program']);

/** Whether the same may go well a little later. */
export const mayPass = (error: unknown): boolean => passing.has(problemOf(error).code);

/** The problem in whatever was thrown; a fault of our own becomes `fault`. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof TypeError && programMissing.test(error.message)) {
    return { type: 'about:blank', title: 'Program not loaded', status: 0, code: 'program', detail: error.message };
  }
  // Router and resources wrap what they caught.
  if (error instanceof Error && error.cause !== undefined) return problemOf(error.cause);
  const detail = error instanceof Error ? error.message : String(error);
  return { type: 'about:blank', title: 'Fault', status: 0, code: 'fault', detail };
}

const codeOfStatus = (status: number): string => {
  if (status === 0) return 'no-connection';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  return [502, 503, 504].includes(status) ? 'unavailable' : 'unexpected';
};

/** Reads the body of a failed answer; what is no problem details (a proxy's page, no answer at all) goes by status. */
export function readProblem(status: number, body: unknown): Problem {
  if (body instanceof DOMException && body.name === 'TimeoutError') {
    return { type: 'about:blank', title: 'No answer in time', status, code: 'late' };
  }
  if (typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string') {
    return body as Problem;
  }
  return { type: 'about:blank', title: 'Failed request', status, code: codeOfStatus(status), values: { status } };
}
