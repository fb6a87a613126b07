import type { ComplaintStep } from './complaint-course.js';

/** How far a complaint reaches. */
export const impacts = ['one-customer', 'several-customers', 'many-customers'] as const;
export type Impact = (typeof impacts)[number];
export const needsForAction = ['at-once', 'planned', 'none'] as const;
export type NeedForAction = (typeof needsForAction)[number];
/** Why it came to a complaint: the way we work, the thing itself, what was said, how it was said, or something outside. */
export const causeKinds = ['process', 'product', 'information', 'conduct', 'outside'] as const;
export type CauseKind = (typeof causeKinds)[number];

/** What a step may have to say. */
export const stepSayings = [
  'severity',
  'impact',
  'needForAction',
  'answer',
  'decision',
  'closing',
  'furtherOptions',
  'cause',
] as const;
export type StepSaying = (typeof stepSayings)[number];
export type StepSaid = Readonly<Partial<Record<StepSaying, string | null>>>;

const needs: Readonly<Partial<Record<ComplaintStep, readonly StepSaying[]>>> = {
  assessed: ['severity', 'impact', 'needForAction'],
  answered: ['answer'],
  decided: ['decision'],
  closed: ['closing'],
  analysed: ['cause'],
};

/**
 * What a step has to say before it counts as taken (ISO 10002:2018, 7.5 to 7.8): the assessment its severity, impact and
 * need for action; the answer what the customer was told; the decision and the closing their result; a close as rejected
 * besides, which further options the customer was told of.
 */
export const needsOf = (step: ComplaintStep, said: StepSaid = {}): readonly StepSaying[] => [
  ...(needs[step] ?? []),
  ...(step === 'closed' && said.closing === 'rejected' ? (['furtherOptions'] as const) : []),
];

/** What is still missing, in the order of the form. Blank text says nothing. */
export const missingIn = (step: ComplaintStep, said: StepSaid): StepSaying[] =>
  needsOf(step, said).filter((saying) => (said[saying] ?? '').trim() === '');
