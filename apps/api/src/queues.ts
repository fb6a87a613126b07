import { alarmBaselineQueue } from './alarms/baselines/baseline-queue.js';
import { unansweredQueue } from './appraisals/appraising/unanswered-queue.js';
import { chainQueue } from './appraisals/chain/chain-queue.js';
import { freezeQueue } from './appraisals/figures/freeze-queue.js';
import { clockDutyQueue } from './complaints/clocks/clock-duty-queue.js';
import { dutyQueue } from './duties/duty-queue.js';
import { candidateQueue } from './exams/campaigns/candidate-queue.js';
import { mailQueue } from './mail/mail-queue.js';
import type { JobQueue } from './platform/jobs/job-queue.js';
import { lateCallQueue } from './proactive/calls/late-call-queue.js';
import { nightPlanQueue } from './proactive/planning/plan-queue.js';
import { reportMailingQueue } from './reports/mailing/mailing-queue.js';
import { retentionQueue } from './retention/retention-queue.js';
import { surveyQueue } from './surveys/sending/survey-queue.js';
import { verificationQueue } from './tallies/verification-queue.js';

/** Every queue there is. Whoever migrates makes them, so that a job can be sent before anybody works. */
export const queues: readonly JobQueue<object>[] = [
  alarmBaselineQueue,
  candidateQueue,
  chainQueue,
  clockDutyQueue,
  dutyQueue,
  freezeQueue,
  lateCallQueue,
  mailQueue,
  nightPlanQueue,
  reportMailingQueue,
  retentionQueue,
  surveyQueue,
  unansweredQueue,
  verificationQueue,
];
