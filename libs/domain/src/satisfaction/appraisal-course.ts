/** What happens to an appraisal, in dated steps; until the first one it is a draft. */
export const appraisalSteps = ['given', 'agreed', 'disputed', 'decided', 'signed', 'missing'] as const;
export type AppraisalStep = (typeof appraisalSteps)[number];

/** Where it stands, by its last step. missing: its cycle was closed without a signature; that says nothing of the member. */
export const appraisalStages = ['draft', ...appraisalSteps] as const;
export type AppraisalStage = (typeof appraisalStages)[number];

/** What may come after what. Without a word of the member it may be signed when the time for one is over. */
const after: Readonly<Record<AppraisalStage, readonly AppraisalStep[]>> = {
  draft: ['given', 'missing'],
  given: ['agreed', 'disputed', 'signed', 'missing'],
  agreed: ['signed', 'missing'],
  disputed: ['decided', 'missing'],
  decided: ['signed', 'missing'],
  signed: [],
  missing: [],
};

/**
 * Why a step cannot be taken now; null: it can. `out-of-turn`: something must come before it, or it is over.
 * `awaits-answer`: the member may still agree or dispute.
 */
export function appraisalStepFault(
  stage: AppraisalStage,
  step: AppraisalStep,
  isAnswerTimeOver: boolean,
): 'out-of-turn' | 'awaits-answer' | null {
  if (!after[stage].includes(step)) return 'out-of-turn';
  return stage === 'given' && step === 'signed' && !isAnswerTimeOver ? 'awaits-answer' : null;
}
