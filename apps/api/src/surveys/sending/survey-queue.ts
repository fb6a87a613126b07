import type { JobQueue } from '../../platform/jobs/job-queue.js';
import type { Due } from '../../platform/schedules/schedules.js';

/** Each minute: who is to be asked, reminded, no longer waited for. A minute that failed is made good by the next. */
export const surveyQueue: JobQueue<Due> = {
  ...{ name: 'surveys', expireSeconds: 300, atOnce: 1 },
  ...{ retries: 1, retrySeconds: 20, longestRetrySeconds: 20 },
};
