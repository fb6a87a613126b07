import { accountSortings, tiers } from '@forecall/contracts';
import { careClasses, healthBands } from '@forecall/domain';
import type { ListFilter } from '../lists/index.js';

/** The filters of the list of key accounts, in the order in which they stand on its bar. */
export const accountFilters: readonly ListFilter[] = [
  {
    name: 'class',
    label: 'accounts.class',
    kind: 'choice',
    values: careClasses,
    words: (value) => `desk.class.${value}`,
    isAlways: true,
  },
  {
    name: 'band',
    label: 'accounts.health',
    kind: 'choice',
    values: healthBands,
    words: (value) => `accounts.band.${value}`,
    isAlways: true,
  },
  { name: 'inCare', label: 'accounts.in-care', kind: 'owner', isAlways: true },
  { name: 'tier', label: 'accounts.tier', kind: 'choice', values: tiers, words: (value) => `accounts.tiers.${value}` },
];

/** What stands in the address besides: what is looked for, and by what the list is sorted. */
export const inAddress: readonly ListFilter[] = [
  ...accountFilters,
  { name: 'q', label: 'accounts.search', kind: 'choice' },
  {
    name: 'sort',
    label: 'lists.sort',
    kind: 'choice',
    values: accountSortings,
    words: (value) => `accounts.sort.${value}`,
    unasked: 'name',
  },
];
