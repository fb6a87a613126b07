import type { Problem } from '@forecall/contracts';

/** What became of a write that was sent. */
export type Sent =
  | { readonly is: 'stored'; readonly answer: unknown }
  | { readonly is: 'refused'; readonly problem: Problem }
  | { readonly is: 'waiting' };

/** Neither the line nor the server had time for it: none of the others need be tried now. */
const passing: readonly number[] = [0, 401, 408, 425, 429, 502, 503, 504];

export const isLineAtFault = ({ status, code }: Problem): boolean => passing.includes(status) || code === 'other-user';

/** The server has looked at it and does not take it as it is. A page of some proxy in between is no such answer. */
export const isRefusal = (problem: Problem): boolean =>
  problem.status >= 400 && problem.status < 500 && !isLineAtFault(problem) && problem.title !== 'Failed request';
