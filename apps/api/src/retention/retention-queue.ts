import type { JobQueue } from '../platform/jobs/job-queue.js';
import type { Due } from '../platform/schedules/schedules.js';

/** Each night. What a night leaves undone the next one does. */
export const retentionQueue: JobQueue<Due> = {
  ...{ name: 'retention', expireSeconds: 4 * 3600, atOnce: 1 },
  ...{ retries: 2, retrySeconds: 300, longestRetrySeconds: 3600 },
};
