import { Injectable } from '@nestjs/common';
import type { PauseClocks, ResumeClocks, Revised } from '@forecall/contracts';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { conflict, forbidden } from '../../platform/http/problem.js';
import { writeColumns } from '../complaint-row.query.js';
import { mayDirect } from '../complaint-sight.service.js';
import { type Working, workOn } from '../working-on.js';
import { ClockDutiesService } from './clock-duties.service.js';
import { insertPauses, type RunningClock, runningClocks } from './clock-pause.query.js';
import { endPauses } from './clocks.service.js';

/** Lets what was promised stand while it is the customer's turn, where the organisation's own rule allows it. */
@Injectable()
export class PauseService {
  constructor(
    private readonly database: Database,
    private readonly clockDuties: ClockDutiesService,
  ) {}

  pause(viewer: Viewer, id: string, { revision, why }: PauseClocks): Promise<Revised> {
    return this.directed(viewer, id, revision, async (sql) => {
      const clocks = pausable(await runningClocks(sql, id));
      await insertPauses(
        sql,
        clocks.map((clock) => clock.id),
        { why, by: viewer.signInId },
      );
    });
  }

  /** From now on; what passed meanwhile is promised besides. */
  resume(viewer: Viewer, id: string, { revision }: ResumeClocks): Promise<Revised> {
    return this.directed(viewer, id, revision, async (sql) => {
      if (!(await endPauses(sql, id, 'all'))) throw conflict('not-paused', 'No clock of this complaint stands.');
    });
  }

  private directed(
    viewer: Viewer,
    id: string,
    revision: number,
    work: (sql: Sql, complaint: Working) => Promise<void>,
  ): Promise<Revised> {
    return this.database.transaction(async (sql) => {
      const complaint = await workOn(sql, viewer, id, revision);
      if (!mayDirect(complaint.sight, complaint))
        throw forbidden('Its owner, or who leads its departments, lets its clocks stand.');
      await work(sql, complaint);
      await writeColumns(sql, id, {});
      await this.clockDuties.follow(sql, id, viewer.signInId);
      return { id, revision: revision + 1 };
    });
  }
}

/** Those that may stand from now on; refused with the first thing that is in the way of all. */
function pausable(running: readonly RunningClock[]): readonly RunningClock[] {
  if (running.length === 0) throw conflict('no-running-clock', 'No clock of this complaint runs.');
  const allowed = running.filter(({ allowsPauses }) => allowsPauses);
  if (allowed.length === 0)
    throw conflict('pauses-not-allowed', 'What was promised for this complaint allows no pauses.');
  const left = allowed.filter(({ isPaused }) => !isPaused);
  if (left.length === 0) throw conflict('paused-already', 'The clocks of this complaint stand already.');
  const inTime = left.filter(({ isOver }) => !isOver);
  if (inTime.length === 0) throw conflict('clock-over', 'The promised time is over; it cannot be paused any more.');
  return inTime;
}
