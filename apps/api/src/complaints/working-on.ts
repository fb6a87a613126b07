import { inOrder, type StepTaken, stageOf } from '@forecall/domain';
import type { Viewer } from '../platform/access/viewer.js';
import type { Sql } from '../platform/database/database.js';
import { conflict, forbidden, notFound } from '../platform/http/problem.js';
import { courseOf, type LockedComplaint, lockComplaint } from './complaint-row.query.js';
import { type Sight, sightOf } from './complaint-sight.service.js';

export interface Working extends LockedComplaint {
  readonly id: string;
  readonly sight: Sight;
  /** In order of time. */
  readonly course: readonly StepTaken[];
}

/**
 * The complaint kept for this transaction, if the viewer may see and work on it and it is what the viewer last read
 * (`revision`; undefined: whatever it is).
 */
export async function workOn(sql: Sql, viewer: Viewer, id: string, revision?: number): Promise<Working> {
  const sight = await sightOf(sql, viewer);
  const complaint = await lockComplaint(sql, id, sight);
  if (!complaint) throw notFound('complaint');
  if (complaint.isWithheld) throw forbidden('Others see to a complaint about oneself.');
  if (complaint.isVoided || complaint.isMerged) throw conflict('voided', 'The complaint is voided or merged.');
  const course = inOrder(await courseOf(sql, id));
  if (revision !== undefined && complaint.revision !== revision)
    throw conflict('revised-meanwhile', 'Somebody has changed this meanwhile. Look at it anew.', {
      values: { revision: complaint.revision, stage: stageOf(course) ?? 'received' },
    });
  return { ...complaint, id, sight, course };
}
