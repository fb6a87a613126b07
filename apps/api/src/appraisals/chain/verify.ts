import type { ChainBreak } from '@forecall/contracts';
import type { Sql } from '../../platform/database/database.js';
import { sealSha256 } from './canonical.js';
import { type ChainHead, chainHead, contentsOf, firstUnsealed, type Seal, sealsAfter, whoseIs } from './chain.query.js';

/** So many at a time. */
const batch = 200;

export interface Verified {
  readonly signed: number;
  /** Of the last one; empty: none was signed. */
  readonly head: string;
  /** The first that is not as it was signed; null: all are. */
  readonly first: ChainBreak | null;
}

/** Where the chain stood at another time, noted outside of it. */
export interface Passed {
  readonly n: number;
  readonly sha256: string;
}

export const headText = ({ n, sha256 }: ChainHead): string => (n === 0 ? '' : `${n}:${sha256.toString('hex')}`);

/**
 * Walks the signatures from the first to the last and computes each anew from the rows it covers. Finds what was altered,
 * taken away in the middle or at the end, or put between. What it cannot find: that somebody who owns the database wrote
 * all of it anew, from a row to the end with every hash and the head. For that the head has to be known from elsewhere:
 * `passed`, such as last night's, that of a printed appraisal, or that of the audit trail.
 */
export async function verifyChain(sql: Sql, passed: Passed | null = null): Promise<Verified> {
  const head = await chainHead(sql);
  let last: ChainHead = { n: 0, sha256: Buffer.alloc(0) };
  const broken = async (n: number, fault: ChainBreak['fault'], appraisalId: string | null): Promise<Verified> => {
    const of =
      appraisalId === null
        ? ((await firstUnsealed(sql)) ?? { appraisalId, kind: null, subject: null, cycle: null })
        : await whoseIs(sql, appraisalId);
    return { signed: head.n, head: headText(head), first: { n, fault, ...of } };
  };
  for (;;) {
    const seals = await sealsAfter(sql, last.n, batch);
    if (seals.length === 0) break;
    const contents = await contentsOf(
      sql,
      seals.map(({ appraisalId }) => appraisalId),
    );
    for (const [place, seal] of seals.entries()) {
      if (seal.n !== last.n + 1) return broken(last.n + 1, 'seal-gone', null);
      if (!seal.before.equals(last.sha256)) return broken(seal.n, 'seal-altered', seal.appraisalId);
      const content = contents.get(seal.appraisalId);
      if (content === undefined) return broken(seal.n, 'gone', seal.appraisalId);
      if (!sealSha256(last.sha256, content).equals(seal.sha256)) {
        const isLinked = (seals[place + 1]?.before ?? head.sha256).equals(seal.sha256);
        return broken(seal.n, isLinked ? 'altered' : 'seal-altered', seal.appraisalId);
      }
      if (passed?.n === seal.n && passed.sha256 !== seal.sha256.toString('hex'))
        return broken(seal.n, 'altered', seal.appraisalId);
      last = seal satisfies Seal;
    }
  }
  if (last.n < Math.max(head.n, passed?.n ?? 0)) return broken(last.n + 1, 'seal-gone', null);
  if (!last.sha256.equals(head.sha256)) return broken(last.n, 'seal-altered', null);
  if (await firstUnsealed(sql)) return broken(last.n + 1, 'unsealed', null);
  return { signed: head.n, head: headText(head), first: null };
}
