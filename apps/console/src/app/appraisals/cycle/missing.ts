import { type AppraisalStage, appraisalStages } from '@forecall/domain';

/** How many appraisals of a cycle are neither signed nor closed as missing. */
export const missingOf = (counts: Readonly<Partial<Record<AppraisalStage, number>>>): number =>
  appraisalStages
    .filter((stage) => stage !== 'signed' && stage !== 'missing')
    .reduce((sum, stage) => sum + (counts[stage] ?? 0), 0);

/** How far what is not signed is when a cycle closes; first what lacks nothing but the signature. */
const closing = { sign: ['agreed', 'decided'], disputed: ['disputed'], given: ['given'], draft: ['draft'] } as const;

export interface ClosingStep {
  readonly id: keyof typeof closing;
  readonly stages: readonly AppraisalStage[];
  readonly count: number;
}

/** What a close would leave unsigned, by step; steps at which nothing is are left out. */
export const closingSteps = (counts: Readonly<Partial<Record<AppraisalStage, number>>>): ClosingStep[] =>
  (Object.keys(closing) as ClosingStep['id'][])
    .map((id) => ({ id, stages: closing[id], count: missingOf(only(counts, closing[id])) }))
    .filter(({ count }) => count > 0);

const only = (counts: Readonly<Partial<Record<AppraisalStage, number>>>, stages: readonly AppraisalStage[]) =>
  Object.fromEntries(stages.map((stage) => [stage, counts[stage] ?? 0]));
