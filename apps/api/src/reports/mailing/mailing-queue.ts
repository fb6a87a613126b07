import type { JobQueue } from '../../platform/jobs/job-queue.js';
import type { Due } from '../../platform/schedules/schedules.js';

/** Each minute: which reports are to be mailed. A minute that failed is made good by the next. */
export const reportMailingQueue: JobQueue<Due> = {
  ...{ name: 'report-mailing', expireSeconds: 600, atOnce: 1 },
  ...{ retries: 0, retrySeconds: 60, longestRetrySeconds: 60 },
};
