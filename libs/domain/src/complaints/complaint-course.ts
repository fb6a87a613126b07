/** The course of a complaint after ISO 10002:2018, 7.1 to 7.9. */
export const complaintSteps = [
  'received',
  'acknowledged',
  'assessed',
  'investigated',
  'answered',
  'closed',
  'reopened',
  'analysed',
] as const;
export type ComplaintStep = (typeof complaintSteps)[number];

/** What happened when; `at` in milliseconds since 1970. */
export interface StepTaken {
  readonly step: ComplaintStep;
  readonly at: number;
}

/** Why a step cannot be taken. */
export type StepFault =
  | 'step-already-taken'
  | 'step-needs-received'
  | 'step-needs-acknowledged'
  | 'step-needs-assessed'
  | 'step-needs-investigated'
  | 'step-needs-closed'
  | 'step-after-closed'
  | 'step-before-last';

/** The step that must have been taken before; a complaint may be closed as soon as it is acknowledged. */
const before: Readonly<Partial<Record<ComplaintStep, 'received' | 'acknowledged' | 'assessed' | 'investigated'>>> = {
  acknowledged: 'received',
  assessed: 'acknowledged',
  investigated: 'assessed',
  answered: 'investigated',
  closed: 'acknowledged',
  reopened: 'received',
  analysed: 'received',
};

/** Taken once in a complaint's life; the others once in each round (a round ends with `reopened`). */
const once: readonly ComplaintStep[] = ['received', 'acknowledged'];
const afterClosing: readonly ComplaintStep[] = ['reopened', 'analysed'];

/** In order of time; steps of one moment in the order of their course. */
export const inOrder = (course: readonly StepTaken[]): StepTaken[] =>
  course.toSorted((a, b) => a.at - b.at || complaintSteps.indexOf(a.step) - complaintSteps.indexOf(b.step));

/** The steps since the complaint was last reopened, that one included. */
function presentRound(course: readonly StepTaken[]): StepTaken[] {
  const ordered = inOrder(course);
  return ordered.slice(
    Math.max(
      0,
      ordered.findLastIndex(({ step }) => step === 'reopened'),
    ),
  );
}

/** Whether the complaint waits for somebody: not closed, or reopened since. */
export const isOpen = (course: readonly StepTaken[]): boolean =>
  !presentRound(course).some(({ step }) => step === 'closed');

/**
 * The stage shown: the last step of the present round. `reopened` until work begins again; `analysed` only after closing.
 * A course without steps has not been received.
 */
export const stageOf = (course: readonly StepTaken[]): ComplaintStep | undefined => presentRound(course).at(-1)?.step;

/**
 * Why `next` cannot follow the course; undefined if it can. No step before the last one's time, none between closing and
 * reopening except the analysis, each at most once in a round.
 */
export function stepFault(course: readonly StepTaken[], next: StepTaken): StepFault | undefined {
  const needed = before[next.step];
  if (needed && !course.some(({ step }) => step === needed)) return `step-needs-${needed}`;
  const scope = once.includes(next.step) ? course : presentRound(course);
  if (next.step !== 'reopened' && scope.some(({ step }) => step === next.step)) return 'step-already-taken';
  if (isOpen(course) === afterClosing.includes(next.step))
    return isOpen(course) ? 'step-needs-closed' : 'step-after-closed';
  const last = inOrder(course).at(-1);
  return last && next.at < last.at ? 'step-before-last' : undefined;
}

/** The steps that can be taken at this moment, in the order of the course. */
export const possibleSteps = (course: readonly StepTaken[], at: number): ComplaintStep[] =>
  complaintSteps.filter((step) => stepFault(course, { step, at }) === undefined);
