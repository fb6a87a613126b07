import { complaintOrders, complaintStates, severities } from '@forecall/contracts';
import { complaintSteps } from '@forecall/domain';
import type { ListFilter } from '../../lists/index.js';

/** The filters of the list of complaints, in the order in which they stand on its bar. */
export const complaintFilters: readonly ListFilter[] = [
  {
    name: 'state',
    label: 'complaints.state.label',
    kind: 'choice',
    values: complaintStates,
    words: (value) => `complaints.state.${value}`,
    isAlways: true,
    unasked: 'open',
  },
  { name: 'departmentId', label: 'complaints.answerable', kind: 'department', isAlways: true },
  { name: 'ownerId', label: 'complaints.owner', kind: 'owner', isAlways: true },
  { name: 'handlingDepartmentId', label: 'complaints.handling', kind: 'department' },
  { name: 'teamId', label: 'complaints.team', kind: 'team' },
  { name: 'accountId', label: 'complaints.account', kind: 'account' },
  { name: 'reasonId', label: 'complaints.reason', kind: 'reason' },
  {
    name: 'severity',
    label: 'complaints.severity.label',
    kind: 'choice',
    values: severities,
    words: (value) => `complaints.severity.${value}`,
  },
  {
    name: 'stage',
    label: 'complaints.stage.label',
    kind: 'choice',
    values: complaintSteps,
    words: (value) => `complaints.stage.${value}`,
  },
  { name: 'repConcernedId', label: 'complaints.concerned', kind: 'staff' },
  { name: 'from', label: 'lists.from', kind: 'day' },
  { name: 'to', label: 'lists.to', kind: 'day' },
];

/** They stand in the address too, but have a place of their own on the page. */
const ownPlace: readonly ListFilter[] = [
  { name: 'search', label: 'complaints.search', kind: 'choice' },
  {
    name: 'sort',
    label: 'lists.sort',
    kind: 'choice',
    values: complaintOrders,
    words: (value) => `complaints.sort.${value}`,
    unasked: 'newest',
  },
];

export const inAddress: readonly ListFilter[] = [...complaintFilters, ...ownPlace];
