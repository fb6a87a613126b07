import type { Draw } from '../chance/draw.js';
import type { Account, Person } from '../company/company.js';
import type { Region } from '../company/people-names.js';

export interface Caller {
  readonly account: Account | null;
  readonly person: Person | null;
}

export const unknownCaller: Caller = { account: null, person: null };

/** Who calls: accounts of a region by their weight. */
export class Callers {
  private readonly byRegion = new Map<Region, { readonly accounts: Account[]; readonly upTo: number[] }>();

  constructor(accounts: readonly Account[]) {
    for (const account of accounts) {
      const known = this.byRegion.get(account.region) ?? { accounts: [], upTo: [] };
      this.byRegion.set(account.region, known);
      known.accounts.push(account);
      known.upTo.push((known.upTo.at(-1) ?? 0) + account.weight);
    }
  }

  draw(draw: Draw, region: Region, knownChance: number): Caller {
    const among = this.byRegion.get(region);
    if (!among || !draw.chance(knownChance)) return unknownCaller;
    const mark = draw.next() * (among.upTo.at(-1) ?? 0);
    const account = among.accounts[firstAbove(among.upTo, mark)];
    return account ? { account, person: draw.pick(account.people) } : unknownCaller;
  }
}

function firstAbove(sorted: readonly number[], mark: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > mark) high = middle;
    else low = middle + 1;
  }
  return low;
}
