import type { JobQueue } from '../../platform/jobs/job-queue.js';
import type { Due } from '../../platform/schedules/schedules.js';

export const unansweredQueue: JobQueue<Due> = {
  ...{ name: 'unanswered-appraisals', expireSeconds: 600, atOnce: 1 },
  ...{ retries: 3, retrySeconds: 60, longestRetrySeconds: 600 },
};
