import type { JobQueue } from '../platform/jobs/job-queue.js';
import type { Due } from '../platform/schedules/schedules.js';

/** Each minute: who is to be reminded, what is due, what goes up. A minute that failed is made good by the next. */
export const dutyQueue: JobQueue<Due> = {
  ...{ name: 'duties', expireSeconds: 120, atOnce: 1 },
  ...{ retries: 1, retrySeconds: 20, longestRetrySeconds: 20 },
};
