import type { JobQueue } from '../../platform/jobs/job-queue.js';
import type { Due } from '../../platform/schedules/schedules.js';

/** Every minute: who must pass follows who works where. What one look leaves undone the next one does. */
export const candidateQueue: JobQueue<Due> = {
  ...{ name: 'exam-candidates', expireSeconds: 120, atOnce: 1 },
  ...{ retries: 1, retrySeconds: 20, longestRetrySeconds: 20 },
};
