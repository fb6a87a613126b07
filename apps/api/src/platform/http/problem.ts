import type { FieldFault, Problem } from '@forecall/contracts';

/** A refusal with a stable code, which the console translates. `detail` is English, for logs and users of the API. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly extra: Pick<Problem, 'fields' | 'values'> = {},
  ) {
    super(detail);
  }
}

export const badRequest = (code: string, detail: string, extra?: Pick<Problem, 'fields' | 'values'>) =>
  new ProblemError(400, code, detail, extra);
/** One field of what was sent is wrong. */
export const badField = ({ path, code, message }: FieldFault) =>
  badRequest('invalid', `${path}: ${message}.`, { fields: [{ path, code, message }] });
export const signedOut = () => new ProblemError(401, 'signed-out', 'Sign in first.');
export const forbidden = (detail = 'Your roles do not allow this.') => new ProblemError(403, 'forbidden', detail);
export const notFound = (what: string) => new ProblemError(404, 'not-found', `There is no such ${what}.`);
export const conflict = (code: string, detail: string, extra?: Pick<Problem, 'fields' | 'values'>) =>
  new ProblemError(409, code, detail, extra);

/** What was asked may have been done or not: sent again with the same id or key it is done once. */
export const unavailable = () =>
  new ProblemError(503, 'unavailable', 'The database is away or busy for a moment. Send it again.');
