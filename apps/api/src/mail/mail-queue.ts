import type { JobQueue } from '../platform/jobs/job-queue.js';

/** One letter. About two days of tries, then it has failed. */
export const mailQueue: JobQueue<{ readonly mailId: string }> = {
  ...{ name: 'mail', expireSeconds: 120, atOnce: 2 },
  ...{ retries: 16, retrySeconds: 15, longestRetrySeconds: 4 * 3600 },
};
