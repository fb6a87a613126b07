import type { Sight } from '../complaint-sight.service.js';

/** The department it came to answers: who leads it, or whom it was given to there. */
export const mayAnswer = (
  { everything, staffId, departmentIds }: Sight,
  { toId, ownerId }: { readonly toId: string; readonly ownerId: string | null },
): boolean => everything || ownerId === staffId || departmentIds.includes(toId);

/** Who gave it away takes it back as long as there is no answer. */
export const mayWithdraw = (
  { everything, staffId, departmentIds }: Sight,
  { fromId, ownerBeforeId }: { readonly fromId: string; readonly ownerBeforeId: string | null },
): boolean => everything || ownerBeforeId === staffId || departmentIds.includes(fromId);
