import type { DueCall, Place, Placement, Plan } from '../plan.js';
import type { Facts } from './facts.js';

/** A plan by call, by caller's day and by account. */
export class PlanRead {
  private readonly calls: ReadonlyMap<string, DueCall>;
  private readonly placements: ReadonlyMap<string, Placement>;
  private readonly byDay = new Map<string, Placement[]>();
  private readonly byAccount = new Map<string, DueCall[]>();
  /** What the plan before had, by caller's day; and of each call the date, if its caller still works then. */
  private readonly byDayBefore = new Map<string, DueCall[]>();
  private readonly datesBefore = new Map<string, string>();

  constructor(
    readonly facts: Facts,
    plan: Plan,
  ) {
    this.calls = new Map(facts.input.calls.map((call) => [call.id, call]));
    this.placements = new Map(plan.placements.map((placement) => [placement.callId, placement]));
    for (const placement of plan.placements)
      listIn(this.byDay, `${placement.callerId} ${placement.on}`).push(placement);
    for (const call of facts.input.calls) listIn(this.byAccount, call.accountId).push(call);
    for (const call of facts.input.calls) {
      const on = call.placed && dateOf(facts, call.placed);
      if (on === undefined) continue;
      this.datesBefore.set(call.id, on);
      listIn(this.byDayBefore, `${call.placed?.callerId} ${on}`).push(call);
    }
    for (const calls of this.byAccount.values()) calls.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  }

  call(id: string): DueCall | undefined {
    return this.calls.get(id);
  }

  placement(call: DueCall): Placement | undefined {
    return this.placements.get(call.id);
  }

  days(): ReadonlyMap<string, readonly Placement[]> {
    return this.byDay;
  }

  on(callerId: string, on: string): readonly Placement[] {
    return this.byDay.get(`${callerId} ${on}`) ?? [];
  }

  accounts(): ReadonlyMap<string, readonly DueCall[]> {
    return this.byAccount;
  }

  callsBefore(callerId: string, on: string): readonly DueCall[] {
    return this.byDayBefore.get(`${callerId} ${on}`) ?? [];
  }

  dateBefore({ id }: DueCall): string | undefined {
    return this.datesBefore.get(id);
  }

  /** Whether a call is where the plan before has it. */
  isWhereItWas(call: DueCall): boolean {
    const placement = this.placement(call);
    return placement?.callerId === call.placed?.callerId && placement?.startMs === call.placed?.startMs;
  }

  /** Whether a call is where somebody fixed it. */
  isFixed(call: DueCall): boolean {
    return call.isFixed === true && call.placed !== undefined && this.isWhereItWas(call);
  }

  /** Whether a call could be on a date as far as the other calls of its account go. */
  isBetweenOthers(call: DueCall, on: string): boolean {
    return (this.byAccount.get(call.accountId) ?? []).every((other) => {
      const placement = this.placement(other);
      if (other === call || !placement) return true;
      return other.dueOn < call.dueOn ? placement.on < on : placement.on > on;
    });
  }

  /** A start at which a call could be added to a caller's day as it is. */
  freeStart(call: DueCall, callerId: string, on: string): number | undefined {
    const taken = this.on(callerId, on);
    if (taken.length >= (this.facts.callers.get(callerId)?.callsPerDay ?? 0)) return undefined;
    if (on < call.earliestOn || !this.isBetweenOthers(call, on)) return undefined;
    const starts = this.facts.commonStarts(call, callerId, on);
    return starts.find((start) => taken.every(({ startMs }) => startMs !== start));
  }
}

const dateOf = (facts: Facts, { callerId, startMs }: Place): string | undefined =>
  facts.dates(callerId).find((on) => facts.callerWorks(callerId, on, startMs));

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  let list = lists.get(key);
  if (!list) lists.set(key, (list = []));
  return list;
}
