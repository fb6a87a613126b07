import type { JobQueue } from '../../platform/jobs/job-queue.js';
import type { Due } from '../../platform/schedules/schedules.js';

/** Each hour, and when an alarm was judged: which departments need another baseline. What one look leaves the next one does. */
export const alarmBaselineQueue: JobQueue<Due> = {
  ...{ name: 'alarm-baselines', expireSeconds: 3600, atOnce: 1 },
  ...{ retries: 2, retrySeconds: 60, longestRetrySeconds: 600 },
};
