import type { JobQueue } from '../../platform/jobs/job-queue.js';

/** A cycle was closed: what was not given keeps its figures too. */
export const freezeQueue: JobQueue<{ cycleId: string }> = {
  ...{ name: 'freeze-appraisals', expireSeconds: 4 * 3600, atOnce: 1 },
  ...{ retries: 10, retrySeconds: 60, longestRetrySeconds: 3600 },
};
