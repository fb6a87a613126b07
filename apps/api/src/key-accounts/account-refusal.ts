import { conflict, notFound, ProblemError } from '../platform/http/problem.js';

/** Who may see an account may be told that it is there; who may not direct it, that they may not. */
export const notYours = () =>
  new ProblemError(403, 'account-not-yours', 'Only those who lead its rep in care set this.');

export const onlyInside = () =>
  new ProblemError(403, 'account-only-inside', 'Only for those who care for it, or lead those who do.');

export const mergedAway = () => conflict('already-merged', 'It has been merged into another one.');

export const noAccount = () => notFound('account');
