import type { JobQueue } from '../../platform/jobs/job-queue.js';

/** A plan that was asked for. One that fails is made by the next that is asked for, at the latest at night. */
export const planQueue: JobQueue<object> = {
  ...{ name: 'call-plan', expireSeconds: 900, atOnce: 1 },
  ...{ retries: 3, retrySeconds: 10, longestRetrySeconds: 300 },
};
