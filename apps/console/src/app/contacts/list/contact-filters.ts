import { contactChannels, contactDirections, contactOutcomes, contactPurposes } from '@forecall/domain';
import type { ListFilter } from '../../lists/index.js';

const yesNo = ['yes', 'no'];

/** The filters of the list of contacts, in the order in which they stand on its bar. */
export const contactFilters: readonly ListFilter[] = [
  {
    name: 'channel',
    label: 'contacts.channel.label',
    kind: 'choice',
    values: contactChannels,
    words: (value) => `contacts.channel.${value}`,
    isAlways: true,
  },
  { name: 'repId', label: 'contacts.rep', kind: 'staff', isAlways: true },
  { name: 'accountId', label: 'contacts.account', kind: 'account', isAlways: true },
  {
    name: 'direction',
    label: 'contacts.direction.label',
    kind: 'choice',
    values: contactDirections,
    words: (value) => `contacts.direction.${value}`,
  },
  {
    name: 'purpose',
    label: 'contacts.purpose.label',
    kind: 'choice',
    values: contactPurposes,
    words: (value) => `contacts.purpose.${value}`,
  },
  {
    name: 'outcome',
    label: 'contacts.outcome.label',
    kind: 'choice',
    values: contactOutcomes,
    words: (value) => `contacts.outcome.${value}`,
  },
  {
    name: 'complaint',
    label: 'contacts.complaint.label',
    kind: 'choice',
    values: yesNo,
    words: (value) => `contacts.complaint.${value}`,
  },
  { name: 'reasonId', label: 'contacts.reason', kind: 'reason' },
  { name: 'teamId', label: 'contacts.team', kind: 'team' },
  { name: 'departmentId', label: 'contacts.department', kind: 'department' },
  {
    name: 'side',
    label: 'contacts.side.label',
    kind: 'choice',
    values: ['handling', 'answerable'],
    words: (value) => `contacts.side.${value}`,
    unasked: 'handling',
  },
  {
    name: 'voided',
    label: 'contacts.voided.label',
    kind: 'choice',
    values: yesNo,
    words: (value) => `contacts.voided.${value}`,
    unasked: 'no',
  },
  { name: 'from', label: 'lists.from', kind: 'day' },
  { name: 'to', label: 'lists.to', kind: 'day' },
];
