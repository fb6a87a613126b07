import { type AppraisalStage, appraisalStages } from '@forecall/domain';

/** How many appraisals of a cycle are neither signed nor closed as missing. */
export const missingOf = (counts: Readonly<Partial<Record<AppraisalStage, number>>>): number =>
  appraisalStages
    .filter((stage) => stage !== 'signed' && stage !== 'missing')
    .reduce((sum, stage) => sum + (counts[stage] ?? 0), 0);
