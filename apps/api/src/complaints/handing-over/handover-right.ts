import { type Directed, mayDirect, type Sight } from '../complaint-sight.service.js';
import type { Pending } from './handover.query.js';

const leadsThere = ({ everything, departmentIds }: Sight, { toId }: Pending): boolean =>
  everything || departmentIds.includes(toId);

/**
 * The department it came to answers: who leads it, or its owner if they belong there. Who handed it over names the owner,
 * so being that is not enough, and never for oneself.
 */
export const mayAnswer = (sight: Sight, pending: Pending, ownerId: string | null): boolean =>
  leadsThere(sight, pending) || (ownerId === sight.staffId && pending.isOfTarget && !pending.isOwnAct);

/** Who gave it away takes it back as long as there is no answer. */
export const mayWithdraw = (
  { everything, staffId, departmentIds }: Sight,
  { fromId, ownerBeforeId }: Pick<Pending, 'fromId' | 'ownerBeforeId'>,
): boolean => everything || ownerBeforeId === staffId || departmentIds.includes(fromId);

/** Who gives a complaint to anybody: who directs it; as long as a hand-over waits, who may answer that. */
export const mayGive = (sight: Sight, directed: Directed, pending: Pending | undefined): boolean =>
  pending ? mayAnswer(sight, pending, directed.ownerId) : mayDirect(sight, directed);

/** The same, or one takes it oneself from the queue. */
export const mayGiveTo = (
  sight: Sight,
  directed: Directed,
  { ownerId, pending }: { readonly ownerId: string | null; readonly pending: Pending | undefined },
): boolean => mayGive(sight, directed, pending) || (!pending && directed.ownerId === null && ownerId === sight.staffId);
