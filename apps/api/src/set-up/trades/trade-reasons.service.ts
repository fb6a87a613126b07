import { Injectable } from '@nestjs/common';
import type { AddTradeReasons, Trade } from '@forecall/contracts';
import type { Act, Row } from '../../organisation/acts/acts.service.js';
import { ReasonService } from '../../organisation/reasons/reason.service.js';
import { badRequest, conflict, notFound } from '../../platform/http/problem.js';
import { OpenUnitsService } from '../open-units.service.js';
import { shippedTrades } from './trade-files.js';

type Group = Trade['groups'][number];

/** Takes chosen reasons of a ready-made set over; those that are there already by their name stay as they are. */
@Injectable()
export class TradeReasonsService {
  constructor(
    private readonly units: OpenUnitsService,
    private readonly reasons: ReasonService,
  ) {}

  async add(act: Act, { trade: id, chosen, departments }: AddTradeReasons): Promise<Row> {
    const trade = shippedTrades().find((one) => one.id === id);
    if (!trade) throw notFound('trade');
    const groups = chosenGroups(trade, new Set(chosen));
    const departmentOf = await this.answering(act, trade, groups, departments);
    let last: Row | undefined;
    for (const group of groups) last = (await this.addGroup(act, group, departmentOf)) ?? last;
    if (!last) throw conflict('nothing-new', 'All of these are there already.');
    return last;
  }

  /** Gives the last that was added. */
  private async addGroup(act: Act, group: Group, departmentOf: ReadonlyMap<string, string>): Promise<Row | undefined> {
    const departmentId = departmentOf.get(group.kind) ?? '';
    const present = await this.reasons.named(act, null, group.nameEn);
    const { nameEn, nameZh } = group;
    const parent = present ?? (await this.reasons.add(act, { nameEn, nameZh, departmentId, ...lastBelow(null) }));
    let last: Row | undefined = present ? undefined : parent;
    for (const reason of group.reasons) {
      if (await this.reasons.named(act, parent.id, reason.nameEn)) continue;
      const own = departmentOf.get(reason.kind) ?? '';
      const names = { nameEn: reason.nameEn, nameZh: reason.nameZh };
      last = await this.reasons.add(act, {
        ...{ ...names, departmentId: own === parent.departmentId ? null : own },
        ...lastBelow(parent.id),
      });
    }
    return last;
  }

  /** The department for each kind that the chosen reasons need; one that is not named is opened under the kind's name. */
  private async answering(
    act: Act,
    trade: Trade,
    groups: readonly Group[],
    given: AddTradeReasons['departments'],
  ): Promise<Map<string, string>> {
    const needed = new Set(groups.flatMap(({ kind, reasons }) => [kind, ...reasons.map((reason) => reason.kind)]));
    const found = new Map<string, string>();
    for (const { kind, nameEn, nameZh } of trade.kinds.filter((one) => needed.has(one.kind))) {
      const answer = given.find((one) => one.kind === kind);
      if (!answer) {
        const message = `says who answers for “${kind}”`;
        throw badRequest('reason-without-department', `departments: nothing ${message}.`, {
          fields: [{ path: `departments.${kind}`, code: 'required', message }],
        });
      }
      found.set(kind, answer.departmentId ?? (await this.units.department(act, { name: nameEn, nameZh })).row.id);
    }
    return found;
  }
}

const lastBelow = (parentId: string | null) => ({ parentId, from: null, beforeId: null });

function chosenGroups(trade: Trade, chosen: ReadonlySet<string>): Group[] {
  const keys = new Set(trade.groups.flatMap(({ reasons }) => reasons.map(({ key }) => key)));
  const strange = [...chosen].find((key) => !keys.has(key));
  if (strange !== undefined) {
    const message = `has no reason “${strange}”`;
    throw badRequest('invalid', `chosen: the set ${message}.`, {
      fields: [{ path: 'chosen', code: 'unknown', message }],
    });
  }
  return trade.groups
    .map((group) => ({ ...group, reasons: group.reasons.filter(({ key }) => chosen.has(key)) }))
    .filter(({ reasons }) => reasons.length > 0);
}
