import type { TimeLineEntry } from '@forecall/contracts';
import type { AccountClient } from '../account-client.js';

const pageSize = 200;
/** An account with more in six months is shown by its newest. */
const mostPages = 5;

export interface SixMonths {
  readonly entries: readonly TimeLineEntry[];
  /** There was more than is read. */
  readonly isCut: boolean;
}

/** What happened with an account since an instant, the newest first. */
export async function readSixMonths(client: AccountClient, accountId: string, since: Date): Promise<SixMonths> {
  const entries: TimeLineEntry[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const read = await client.timeLine({ accountId, limit: pageSize, ...(after === undefined ? {} : { after }) });
    entries.push(...read.entries.filter(({ at, isAhead }) => !isAhead && new Date(at) >= since));
    const last = read.entries.at(-1);
    if (read.next === null || (last && new Date(last.at) < since)) return { entries, isCut: false };
    after = read.next;
  }
  return { entries, isCut: true };
}
