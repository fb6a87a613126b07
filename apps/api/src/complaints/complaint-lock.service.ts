import { Injectable } from '@nestjs/common';
import type { Viewer } from '../platform/access/viewer.js';
import type { Sql } from '../platform/database/database.js';
import { conflict, forbidden, notFound } from '../platform/http/problem.js';
import { type LockedComplaint, lockComplaint } from './complaint-row.query.js';
import { type Sight, sightOf } from './complaint-sight.service.js';

export interface Held extends Pick<LockedComplaint, 'contactId'> {
  readonly sight: Sight;
}

/** For what belongs to a complaint and is written by others than its own course. */
@Injectable()
export class ComplaintLockService {
  /** The complaint, kept for the caller's transaction, if this viewer may see to it. */
  async hold(sql: Sql, viewer: Viewer, id: string): Promise<Held> {
    const sight = await sightOf(sql, viewer);
    const complaint = await lockComplaint(sql, id, sight);
    if (!complaint) throw notFound('complaint');
    if (complaint.isWithheld) throw forbidden('Others see to a complaint about oneself.');
    if (complaint.isVoided || complaint.isMerged) throw conflict('voided', 'The complaint is voided or merged.');
    return { contactId: complaint.contactId, sight };
  }
}
