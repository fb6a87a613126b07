import { Injectable } from '@nestjs/common';
import { endOfDay } from '@forecall/domain';
import { DutyService } from '../../duties/duty.service.js';
import type { Viewer } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import type { LockedGoldSession } from './gold-session.query.js';

const day = 24 * 3_600_000;

/** Each assessor has a gold session to mark until the end of its day; done with the signature. */
@Injectable()
export class GoldDuties {
  constructor(private readonly duties: DutyService) {}

  async open(sql: Sql, viewer: Viewer, session: LockedGoldSession, ownerId: string): Promise<void> {
    const dueAt = endOfDay(session.dueOn, session.zone);
    const remindAt = new Date(dueAt.getTime() - day);
    await this.duties.open(sql, {
      ...{ kind: 'gold-mark', ownerId, dueAt, remindAt: remindAt.getTime() > Date.now() ? remindAt : null },
      ...{ source: sourceOf(session), parameters: { session: session.name }, by: viewer.signInId },
    });
  }

  async done(sql: Sql, viewer: Viewer, session: LockedGoldSession): Promise<void> {
    await this.duties.done(sql, { source: sourceOf(session), ownerId: viewer.staffId }, viewer.signInId);
  }

  /** There is nothing to be done any more: for one, or for all. */
  async cancel(sql: Sql, viewer: Viewer, session: LockedGoldSession, ownerId?: string): Promise<void> {
    await this.duties.cancel(sql, { source: sourceOf(session), ...(ownerId && { ownerId }) }, viewer.signInId);
  }
}

const sourceOf = ({ id }: LockedGoldSession) => ({ entity: 'gold_session', id });
