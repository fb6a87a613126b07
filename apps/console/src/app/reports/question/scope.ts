import { careClasses } from '@forecall/domain';
import type { FilterValues, ListFilter } from '../../lists/index.js';

/** What figures can be narrowed to by name. What an import brought along has chips of its own. */
export const scopeFilters: readonly ListFilter[] = [
  { name: 'department', label: 'reports.scope.department', kind: 'department' },
  { name: 'team', label: 'reports.scope.team', kind: 'team' },
  { name: 'rep', label: 'reports.scope.rep', kind: 'staff' },
  { name: 'supervisor', label: 'reports.scope.supervisor', kind: 'staff' },
  { name: 'reason', label: 'reports.scope.reason', kind: 'reason' },
  { name: 'widest-reason', label: 'reports.scope.widest-reason', kind: 'widest-reason' },
  { name: 'account', label: 'reports.scope.account', kind: 'account' },
  {
    ...{ name: 'channel', label: 'reports.scope.channel', kind: 'choice' },
    values: ['phone', 'email', 'chat', 'message', 'visit', 'letter', 'form'],
    words: (value) => `reports.channel.${value}`,
  },
  {
    ...{ name: 'direction', label: 'reports.scope.direction', kind: 'choice' },
    values: ['in', 'out'],
    words: (value) => `reports.direction.${value}`,
  },
  {
    ...{ name: 'purpose', label: 'reports.scope.purpose', kind: 'choice' },
    values: ['service', 'proactive', 'internal'],
    words: (value) => `reports.purpose.${value}`,
  },
  {
    ...{ name: 'outcome', label: 'reports.scope.outcome', kind: 'choice' },
    values: ['handled', 'abandoned-in-queue', 'abandoned-in-menu', 'not-reached'],
    words: (value) => `reports.outcome.${value}`,
  },
  {
    ...{ name: 'care-class', label: 'reports.scope.care-class', kind: 'choice' },
    values: careClasses,
    words: (value) => `reports.care-class.${value}`,
  },
];

const known = new Set(scopeFilters.map(({ name }) => name));

const partOf = (text: string): [string, string] => {
  const at = text.indexOf(':');
  return [text.slice(0, at), text.slice(at + 1)];
};

/** The parts of a scope ("department:…") by what they are of. */
export const scopeValues = (scope: readonly string[]): FilterValues =>
  Object.fromEntries(scope.map(partOf).filter(([name]) => known.has(name)));

/** The scope with these values; what the filters do not know stays. `me` is who asks. */
export const scopeOf = (
  scope: readonly string[],
  values: Readonly<Record<string, string | null>>,
  me: string,
): string[] => [
  ...scope.filter((text) => !known.has(partOf(text)[0])),
  ...scopeFilters.flatMap(({ name }) => {
    const value = values[name];
    return value === undefined || value === null ? [] : [`${name}:${value === 'me' ? me : value}`];
  }),
];
