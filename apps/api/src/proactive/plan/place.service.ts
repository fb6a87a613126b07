import { Injectable } from '@nestjs/common';
import type { PlaceForCall, PlaceQuery } from '@forecall/contracts';
import { localDay, localInstant, startOfDay } from '@forecall/domain';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/http/problem.js';
import { seesCall } from '../calls/planned-call.query.js';
import { CallPlanService } from './call-plan.service.js';
import { nearestSlot } from './nearest-slot.js';
import { callInPlan, slotsTaken } from './plan-calls.query.js';

/** Where a call would stand if it went to somebody and a day, before it does. */
@Injectable()
export class PlaceService {
  constructor(
    private readonly database: Database,
    private readonly plan: CallPlanService,
  ) {}

  async place(viewer: Viewer, id: string, { on, staffId }: PlaceQuery): Promise<PlaceForCall> {
    const reach = reachOf(viewer);
    const row = (await seesCall(this.database, reach, id)) ? await callInPlan(this.database, id) : undefined;
    if (!row) throw notFound('call');
    const of = await this.plan.callersOf(reach, { staffId }, on);
    const [caller, clock] = [of.callers[0], of.clocks[0]];
    if (!caller || !clock) throw notFound('caller');
    const { hours } = of.room(caller, on);
    const shown = (await this.plan.shownCalls([row], of, on))(row, hours);
    const slotMs = of.settings.slotMinutes * 60_000;
    const { slotAt } = shown;
    const wanted = slotAt === null ? (hours[0]?.fromMs ?? 0) : sameTimeOn(on, new Date(slotAt), clock.zone);
    const slot = nearestSlot(wanted, {
      ...{ hours, slotMs, afterMs: Date.now(), taken: await slotsTaken(this.database, staffId, on, id) },
      windows: shown.windows.map(({ from, to }) => ({ fromMs: Date.parse(from), toMs: Date.parse(to) })),
    });
    return {
      startAt: slot ? new Date(slot.atMs).toISOString() : null,
      isInWindow: slot?.isInWindow ?? false,
      zone: clock.zone,
      load: (await this.plan.loads(of, { from: on, to: on }))(caller, on),
    };
  }
}

function sameTimeOn(day: string, at: Date, zone: string): number {
  const midnight = startOfDay(localDay(at, zone), zone);
  return localInstant(day, Math.round((at.getTime() - midnight.getTime()) / 60_000), zone);
}
