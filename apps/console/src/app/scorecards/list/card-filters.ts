import type { CardKind } from '@forecall/domain';
import type { ListFilter } from '../../lists/index.js';

/** The filters of the list of cards, as they stand in its address. */
export function cardFilters(kinds: readonly CardKind[]): ListFilter[] {
  const leadsMore = kinds.includes('department');
  return [
    {
      ...{ name: 'kind', label: 'scorecards.list.kind', kind: 'choice', unasked: 'rep', isAlways: true },
      values: kinds,
      words: (value) => `scorecards.list.kinds.${value}`,
    },
    ...(leadsMore
      ? ([
          { name: 'department', label: 'scorecards.list.department', kind: 'department', isAlways: true },
          { name: 'team', label: 'scorecards.list.team', kind: 'team' },
        ] as const)
      : []),
  ];
}
