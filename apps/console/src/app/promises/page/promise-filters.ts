import type { FilterValues, ListFilter } from '../../lists/index.js';

const states = ['open', 'late', 'ended'] as const;
export type Whose = 'me' | 'reach' | 'account';

/** Whose promises somebody looks at who asks for nobody's: a leader without a desk keeps few themselves. */
export const whoseUnasked = (isRep: boolean): Whose => (isRep ? 'me' : 'reach');

/** The filters of the list, in the order in which they stand on its bar. Everybody's are shown of one account only. */
export function promiseFilters({
  unasked,
  leads,
  ofAccount,
}: {
  readonly unasked: Whose;
  readonly leads: boolean;
  readonly ofAccount: boolean;
}): ListFilter[] {
  return [
    {
      name: 'of',
      label: 'promises.of.label',
      kind: 'choice',
      values: ['me', ...(leads ? ['reach'] : []), ...(ofAccount ? ['account'] : [])],
      words: (value) => `promises.of.${value}`,
      isAlways: true,
      unasked,
    },
    {
      name: 'state',
      label: 'promises.state.label',
      kind: 'choice',
      values: states,
      words: (value) => `promises.state.${value}`,
      isAlways: true,
      unasked: 'open',
    },
    { name: 'accountId', label: 'promises.account', kind: 'account', isAlways: true },
    ...(leads
      ? ([
          { name: 'departmentId', label: 'promises.department', kind: 'department' },
          { name: 'teamId', label: 'promises.team', kind: 'team' },
          { name: 'ownerId', label: 'promises.owner', kind: 'staff' },
        ] as const)
      : []),
  ];
}

/** As the server is asked: what is not said is whose one looks at unasked, and everybody's needs an account. */
export function askedOf(
  query: Readonly<Record<string, string>>,
  { unasked, me }: { readonly unasked: Whose; readonly me: string },
): Record<string, string> {
  const { of = unasked, ownerId, ...others } = query;
  const isNobodys = of === 'account' && others['accountId'] === undefined;
  return {
    ...others,
    of: isNobodys ? unasked : of,
    ...(ownerId !== undefined && { ownerId: ownerId === 'me' ? me : ownerId }),
  };
}

/** Who looks at an account wants all that it was promised; without one there is no "everybody". */
export function withWhose(
  change: Readonly<Record<string, string | null>>,
  values: FilterValues,
): Record<string, string | null> {
  if (change['accountId'] === null && values['of'] === 'account') return { ...change, of: null };
  if (change['accountId'] !== undefined && change['accountId'] !== null && values['of'] === undefined)
    return { ...change, of: 'account' };
  return { ...change };
}

/** The scope of the figure at the head: of whom and what one looks at. */
export function scopeOf(asked: Readonly<Record<string, string>>, me: string): string[] {
  const { of, ownerId, accountId, departmentId, teamId } = asked;
  const rep = ownerId ?? (of === 'me' ? me : undefined);
  return [
    ...(rep === undefined ? [] : [`rep:${rep}`]),
    ...(accountId === undefined ? [] : [`account:${accountId}`]),
    ...(departmentId === undefined ? [] : [`department:${departmentId}`]),
    ...(teamId === undefined ? [] : [`team:${teamId}`]),
  ];
}
