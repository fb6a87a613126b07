import type { JobQueue } from '../../platform/jobs/job-queue.js';
import type { Due } from '../../platform/schedules/schedules.js';

export const chainQueue: JobQueue<Due> = {
  ...{ name: 'verify-appraisals', expireSeconds: 4 * 3600, atOnce: 1 },
  ...{ retries: 2, retrySeconds: 300, longestRetrySeconds: 3600 },
};
