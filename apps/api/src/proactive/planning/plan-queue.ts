import type { JobQueue } from '../../platform/jobs/job-queue.js';
import type { Due } from '../../platform/schedules/schedules.js';

/** Each night: how key accounts are, then a plan. What a night leaves undone the next one does. */
export const nightPlanQueue: JobQueue<Due> = {
  ...{ name: 'call-plan-night', expireSeconds: 3600, atOnce: 1 },
  ...{ retries: 2, retrySeconds: 300, longestRetrySeconds: 3600 },
};
