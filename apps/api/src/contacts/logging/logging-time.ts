import { hasRole, type Viewer } from '../../platform/access/viewer.js';
import { badRequest, type ProblemError } from '../../platform/http/problem.js';

/** Clocks differ; a contact that ends further ahead of the server is a mistake. */
const aheadToleranceMs = 2 * 60_000;

/** What is recorded later changes a figure that people have read; a supervisor or head answers for that. */
const lateAfterMs = 7 * 86_400_000;

/** Why nobody, or not this viewer, may log what ended then. `path`: the field in which the end was said. */
export function wrongTime(viewer: Viewer, endedAt: string, path = 'endedAt'): ProblemError | undefined {
  const aheadMs = Date.parse(endedAt) - Date.now();
  if (aheadMs > aheadToleranceMs) return aheadOfTime(path);
  const isLate = aheadMs < -lateAfterMs && !hasRole(viewer, 'supervisor', 'head');
  return isLate ? tooLongAgo(path) : undefined;
}

const aheadOfTime = (path: string) =>
  badRequest('ahead-of-time', 'The contact ends in the future.', {
    fields: [{ path, code: 'ahead-of-time', message: 'is more than 2 minutes ahead of the server' }],
  });

const tooLongAgo = (path: string) =>
  badRequest('too-long-ago', 'A supervisor or head logs what ended more than 7 days ago.', {
    fields: [{ path, code: 'too-long-ago', message: 'is more than 7 days ago' }],
  });
