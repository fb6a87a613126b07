import type { Sql } from '../../platform/database/database.js';
import { sealSha256 } from './canonical.js';
import { addSeal, contentsOf, lockChain } from './chain.query.js';

/** Puts an appraisal at the end of the chain, as it stands in this transaction. Afterwards the database refuses changes. */
export async function sealAppraisal(
  sql: Sql,
  appraisalId: string,
  at = new Date(),
): Promise<{ n: number; sha256: string }> {
  const head = await lockChain(sql);
  const content = (await contentsOf(sql, [appraisalId])).get(appraisalId);
  if (content === undefined) throw new Error(`There is no appraisal ${appraisalId} to seal.`);
  const n = head.n + 1;
  const sha256 = sealSha256(head.sha256, content);
  await addSeal(sql, { n, appraisalId, before: head.sha256, sha256 }, at);
  return { n, sha256: sha256.toString('hex') };
}
