/** The course of a complaint after ISO 10002:2018, 7.1 to 7.9. */
export const complaintSteps = [
  'received',
  'acknowledged',
  'assessed',
  'investigated',
  'answered',
  'decided',
  'closed',
  'reopened',
  'analysed',
] as const;
export type ComplaintStep = (typeof complaintSteps)[number];

/** The work between acknowledgement and closing. Each is taken in every round, or passed over with a reason. */
export const workSteps = ['assessed', 'investigated', 'answered', 'decided'] as const;
export type WorkStep = (typeof workSteps)[number];

/** What happened when; `at` in milliseconds since 1970. */
export interface StepTaken {
  readonly step: ComplaintStep;
  readonly at: number;
  /** Recorded as passed over, with a reason, when a later step was taken. */
  readonly isSkipped?: boolean;
}

/** Why a step cannot be taken. */
export type StepFault =
  | 'step-already-taken'
  | 'step-needs-received'
  | 'step-needs-acknowledged'
  | 'step-needs-closed'
  | 'step-passed'
  | 'step-after-closed'
  | 'step-before-last';

/**
 * What must have been taken before. The answer and the decision both follow the investigation, in either order: some
 * decide and then tell, some answer and decide upon the reply.
 */
const before: Readonly<Record<WorkStep | 'closed', readonly WorkStep[]>> = {
  assessed: [],
  investigated: ['assessed'],
  answered: ['assessed', 'investigated'],
  decided: ['assessed', 'investigated'],
  closed: workSteps,
};

const isWorkOrClose = (step: ComplaintStep): step is WorkStep | 'closed' => step in before;
const isWork = (step: ComplaintStep): step is WorkStep => workSteps.some((one) => one === step);

/** Taken once in a complaint's life; the others once in each round (a round ends with `reopened`). */
const once: readonly ComplaintStep[] = ['received', 'acknowledged'];
const afterClosing: readonly ComplaintStep[] = ['reopened', 'analysed'];

/** In order of time; steps of one moment in the order in which they are given, which is that of their recording. */
export const inOrder = (course: readonly StepTaken[]): StepTaken[] => course.toSorted((a, b) => a.at - b.at);

/** The steps since the complaint was last reopened, that one included. */
export function presentRound(course: readonly StepTaken[]): StepTaken[] {
  const ordered = inOrder(course);
  return ordered.slice(
    Math.max(
      0,
      ordered.findLastIndex(({ step }) => step === 'reopened'),
    ),
  );
}

const has = (course: readonly StepTaken[], wanted: ComplaintStep): boolean =>
  course.some(({ step }) => step === wanted);

/** Whether the complaint waits for somebody: not closed, or reopened since. */
export const isOpen = (course: readonly StepTaken[]): boolean => !has(presentRound(course), 'closed');

/**
 * Whether it was ever decided; passing the decision over decides nothing. A course that tells nothing of a decision, as
 * from elsewhere, was decided when it was closed, if at all.
 */
export const isDecided = (course: readonly StepTaken[]): boolean =>
  has(course, 'decided')
    ? course.some(({ step, isSkipped }) => step === 'decided' && !isSkipped)
    : has(course, 'closed');

/**
 * The stage shown: the last step really taken in the present round. `reopened` until work begins again; `analysed` only
 * after closing. A course without steps has not been received.
 */
export const stageOf = (course: readonly StepTaken[]): ComplaintStep | undefined =>
  presentRound(course).findLast(({ isSkipped }) => !isSkipped)?.step;

/**
 * Why `next` cannot follow the course; undefined if it can. Acknowledged before any work; no step before the last one's
 * time, none that a later one has passed, none between closing and reopening except the analysis, each at most once in a
 * round. What it would pass over is told by `skippedBy`.
 */
export function stepFault(course: readonly StepTaken[], next: StepTaken): StepFault | undefined {
  const { step } = next;
  if (step !== 'received' && !has(course, 'received')) return 'step-needs-received';
  const round = presentRound(course);
  if (isOpen(course) === afterClosing.includes(step)) return isOpen(course) ? 'step-needs-closed' : 'step-after-closed';
  if (step !== 'reopened' && has(once.includes(step) ? course : round, step)) return 'step-already-taken';
  if (isWorkOrClose(step) && !has(course, 'acknowledged')) return 'step-needs-acknowledged';
  if (isWork(step) && round.some((taken) => isWorkOrClose(taken.step) && before[taken.step].includes(step)))
    return 'step-passed';
  const last = inOrder(course).at(-1);
  return last && next.at < last.at ? 'step-before-last' : undefined;
}

/** The steps that can be taken at this moment, in the order of the course; some pass over others (`skippedBy`). */
export const possibleSteps = (course: readonly StepTaken[], at: number): ComplaintStep[] =>
  complaintSteps.filter((step) => stepFault(course, { step, at }) === undefined);

/** What taking `step` now would pass over in the present round, in order. Each needs a reason, kept with the course. */
export const skippedBy = (course: readonly StepTaken[], step: ComplaintStep): WorkStep[] =>
  isWorkOrClose(step) ? before[step].filter((earlier) => !has(presentRound(course), earlier)) : [];

/**
 * The step to do next: the first possible one that passes over nothing. After closing it is the analysis; undefined once
 * that is done, when only a reopening could follow.
 */
export const nextStep = (course: readonly StepTaken[], at: number): ComplaintStep | undefined =>
  possibleSteps(course, at).find((step) => step !== 'reopened' && skippedBy(course, step).length === 0);
