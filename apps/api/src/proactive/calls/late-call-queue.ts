import type { JobQueue } from '../../platform/jobs/job-queue.js';
import type { Due } from '../../platform/schedules/schedules.js';

/** Every five minutes: duties follow the calls that are late. What one look leaves undone the next one does. */
export const lateCallQueue: JobQueue<Due> = {
  ...{ name: 'late-calls', expireSeconds: 300, atOnce: 1 },
  ...{ retries: 1, retrySeconds: 20, longestRetrySeconds: 20 },
};
