import { badRequest, ProblemError } from '../../platform/http/problem.js';
import type { StoreFault } from './store-contacts.query.js';

/** What the client is told, and at which field. */
const refusals = {
  'unknown-account': { code: 'unknown-account', path: 'accountId', message: 'there is no such account' },
  'unknown-person': { code: 'unknown-person', path: 'personId', message: 'there is no such person' },
  'person-of-another-account': {
    code: 'person-of-another-account',
    path: 'personId',
    message: 'belongs to another account',
  },
  'unknown-reason': { code: 'unknown-reason', path: 'reasonId', message: 'there is no such reason' },
  'reason-not-in-use': {
    code: 'reason-not-in-use',
    path: 'reasonId',
    message: 'was not in use when the contact ended',
  },
  'unknown-department': {
    code: 'unknown-department',
    path: 'answerableDepartmentId',
    message: 'there is no such department',
  },
  'unknown-transfer': { code: 'unknown-transfer', path: 'transferredFrom', message: 'there is no such contact' },
  'rep-without-team': {
    code: 'rep-without-team',
    path: 'endedAt',
    message: 'the rep was in no team when the contact ended',
  },
} as const;

/** `under`: where the contact lies in the body, such as `changes.`; `timeField`: where the body says when it ended. */
export function storeRefusal(fault: StoreFault, { under = '', timeField = 'endedAt' } = {}): ProblemError {
  if (fault === 'rep-out-of-reach') return repOutOfReach();
  const { code, path: field, message } = refusals[fault];
  const path = under + (field === 'endedAt' ? timeField : field);
  return badRequest(code, `${path}: ${message}.`, { fields: [{ path, code, message }] });
}

export const repOutOfReach = () =>
  new ProblemError(403, 'rep-out-of-reach', 'You log your own contacts, and those of your team or department.');
