import type { JobQueue } from '../../platform/jobs/job-queue.js';
import type { Due } from '../../platform/schedules/schedules.js';

/** Each minute: duties follow the clocks, whatever changed them. A minute that failed is made good by the next. */
export const clockDutyQueue: JobQueue<Due> = {
  ...{ name: 'clock-duties', expireSeconds: 120, atOnce: 1 },
  ...{ retries: 1, retrySeconds: 20, longestRetrySeconds: 20 },
};
