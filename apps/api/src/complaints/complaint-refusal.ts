import type { FieldFault } from '@forecall/contracts';
import type { StepFault, WorkStep } from '@forecall/domain';
import { badRequest, conflict, type ProblemError } from '../platform/http/problem.js';
import type { LinkFault } from './receive-complaint.query.js';

const links = {
  'unknown-rep': { code: 'unknown-rep', path: 'repConcernedId', message: 'there is nobody of that id' },
  'unknown-owner': { code: 'unknown-owner', path: 'ownerId', message: 'there is nobody of that id' },
  'handed-to-concerned': {
    code: 'handed-to-concerned',
    path: 'ownerId',
    message: 'is the rep whom the complaint is about',
  },
  'owner-concerned': { code: 'owner-concerned', path: 'repConcernedId', message: 'owns the complaint' },
  'unknown-contact': { code: 'unknown-contact', path: 'aboutContactId', message: 'there is no such contact' },
  'unknown-complaint': { code: 'unknown-complaint', path: 'repeatOfId', message: 'there is no such earlier complaint' },
  'complaint-of-another-account': {
    code: 'complaint-of-another-account',
    path: 'repeatOfId',
    message: 'is of another account',
  },
  'complaint-not-earlier': {
    code: 'complaint-not-earlier',
    path: 'repeatOfId',
    message: 'was received later than this one',
  },
  'received-too-early': {
    code: 'received-too-early',
    path: 'receivedAt',
    message: 'is more than 10 years before the contact that received it',
  },
  'received-after-contact': {
    code: 'received-after-contact',
    path: 'receivedAt',
    message: 'is after the end of the contact that received it',
  },
} as const;

/** `under`: where the complaint lies in the body, such as `complaint.` */
export function linkRefusal(fault: LinkFault, under: string): ProblemError {
  const { code, path, message } = links[fault];
  return badRequest(code, `${under}${path}: ${message}.`, { fields: [{ path: under + path, code, message }] });
}

/** A correction of what no step has said, or to nothing. */
export const sayingRefusal = (fields: readonly FieldFault[]): ProblemError =>
  badRequest('invalid', fields.map(({ path, message }) => `${path}: ${message}.`).join(' '), { fields: [...fields] });

const steps = {
  'step-already-taken': { code: 'step-already-taken', detail: 'This step was taken before.' },
  'step-needs-received': { code: 'step-needs-received', detail: 'The complaint has not been received.' },
  'step-needs-acknowledged': { code: 'step-needs-acknowledged', detail: 'Acknowledge the complaint first.' },
  'step-needs-closed': { code: 'step-needs-closed', detail: 'The complaint is open.' },
  'step-passed': { code: 'step-passed', detail: 'A later step was taken already.' },
  'step-after-closed': { code: 'step-after-closed', detail: 'The complaint is closed. Reopen it first.' },
  'step-before-last': { code: 'step-before-last', detail: 'The step before this one was taken later.' },
} as const satisfies Record<StepFault, { code: StepFault; detail: string }>;

export function stepRefusal(fault: StepFault): ProblemError {
  const { code, detail } = steps[fault];
  return conflict(code, detail);
}

/** Which steps are passed over without a reason. */
export function skipRefusal(unsaid: readonly WorkStep[]): ProblemError {
  const fields = unsaid.map((step) => ({
    path: `skipped.${step}`,
    code: 'step-skipped',
    message: 'is passed over: say why',
  }));
  return badRequest('step-skipped', `Say why these steps are passed over: ${unsaid.join(', ')}.`, { fields });
}
