import type { ComplaintDetail } from '@forecall/contracts';
import type { ComplaintStep } from '@forecall/domain';
import type { Stage } from '../ui/course/stages.js';

/** The six steps that everybody speaks of. The decision is told with the closing, reopening and analysis in the time line. */
export const shownStages = ['received', 'acknowledged', 'assessed', 'investigated', 'answered', 'closed'] as const;
export type ShownStage = (typeof shownStages)[number];

export type StepTaken = ComplaintDetail['steps'][number];

/** What the row of stages says of each. */
export interface StageWords {
  name: (stage: ShownStage) => string;
  /** Of a step that was taken; null: passed over. */
  done: (step: StepTaken) => string;
  skipped: string;
  next: string;
}

/** Steps of the present round; what is taken once in a life counts in every round. */
export function presentSteps(steps: readonly StepTaken[]): StepTaken[] {
  const start = Math.max(
    0,
    steps.findLastIndex(({ step }) => step === 'reopened'),
  );
  return steps.filter(({ step }, index) => index >= start || step === 'received' || step === 'acknowledged');
}

/** Done with a tick, the one to be done now, the rest in grey. */
export function stageRow(
  { steps, isOpen, voidedAt, mergedInto }: Pick<ComplaintDetail, 'steps' | 'isOpen' | 'voidedAt' | 'mergedInto'>,
  words: StageWords,
): Stage[] {
  const round = presentSteps(steps);
  const taken = new Map<ComplaintStep, StepTaken>(round.map((one) => [one.step, one]));
  const isWaiting = isOpen && voidedAt === null && mergedInto === null;
  const now = isWaiting ? shownStages.find((stage) => !taken.has(stage)) : undefined;
  return shownStages.map((stage) => {
    const step = taken.get(stage);
    const state = step ? 'done' : stage === now ? 'now' : 'next';
    const note = step ? (step.isSkipped ? words.skipped : words.done(step)) : stage === now ? words.next : '';
    return { id: stage, name: words.name(stage), note, state };
  });
}
