import { Injectable } from '@nestjs/common';
import type { ClockRuleEntry, ClockRuleList, SetClocks } from '@forecall/contracts';
import {
  clockKinds,
  type ClockKind,
  type ClockPreset,
  localDay,
  needsWorkingTime,
  nextWorkingMoment,
  presetOf,
  timeOfMinute,
} from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { calendarOf } from '../../calendars/calendar.service.js';
import { type Act, changedMeanwhile } from '../../organisation/acts/acts.service.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { badRequest, conflict } from '../../platform/http/problem.js';
import { ClockRuleRow } from './clock-rule.entity.js';

const mostRules = 200;

/** What is promised to those who complain, from when on. Clocks that run keep what they began with. */
@Injectable()
export class ClockRulesService {
  constructor(private readonly database: Database) {}

  async list(): Promise<ClockRuleList> {
    const now = new Date();
    const { zone } = await calendarOf(this.database, {}, now);
    const rows = await this.database.dataSource.manager.find(ClockRuleRow, {
      order: { from: 'DESC', kind: 'ASC' },
      take: mostRules,
    });
    const inForce = new Set<string>();
    const rules = rows.map(({ id, kind, unit, amount, allowsPauses, from, revision }): ClockRuleEntry => {
      const isInForce = !inForce.has(kind) && (from === null || from <= now);
      if (isInForce) inForce.add(kind);
      const day = from && localDay(from, zone);
      return { id, kind, unit, amount, allowsPauses, from: day, isInForce, revision };
    });
    return { today: localDay(now, zone), hasWorkingTime: await hasWorkingTime(this.database, now), rules };
  }

  async set(act: Act, told: SetClocks): Promise<ClockRuleRow> {
    if (told.from < act.dayOf(act.at)) throw dayPast();
    const needsWork = clockKinds.some((kind) => needsWorkingTime(told[kind].unit));
    if (needsWork && !(await hasWorkingTime(act.sql, act.at)))
      throw conflict('no-working-time', 'Set the hours of the organisation first: there is no working time to count.');
    const preset = presetOf(told);
    const pausing = clockKinds.filter((kind) => told[kind].allowsPauses);
    if (preset && pausing.length > 0) throw presetWithoutPauses(preset, pausing);
    const from = act.startOf(told.from);
    const rows: ClockRuleRow[] = [];
    for (const kind of clockKinds) {
      const present = await act.entities.findOneBy(ClockRuleRow, { kind, from });
      const { unit, amount, allowsPauses } = told[kind];
      rows.push(
        present
          ? await act.change(ClockRuleRow, present, { unit, amount, allowsPauses })
          : await act.add(ClockRuleRow, { id: uuid(), kind, unit, amount, allowsPauses, from }),
      );
    }
    const [first] = rows;
    if (!first) throw new Error('There are kinds of clocks.');
    await act.record({
      ...{ act: 'clock-rule.set', entity: 'clock_rule', id: first.id, name: told.from },
      after: { from: told.from, ...Object.fromEntries(rows.map((row) => [row.kind, shownAmount(row)])) },
    });
    return first;
  }

  /** Takes back what has not begun. */
  async withdraw(act: Act, id: string, revision: number): Promise<ClockRuleRow> {
    const rule = await act.find(ClockRuleRow, id);
    if (rule.revision !== revision) throw changedMeanwhile();
    if (rule.from === null || rule.from <= act.at)
      throw conflict('has-begun', 'This has begun. Set another one from a day on instead.', {
        values: { from: rule.from === null ? '' : act.dayOf(rule.from) },
      });
    await act.withdraw(ClockRuleRow, rule);
    await act.record({
      ...{ act: 'clock-rule.withdrawn', entity: 'clock_rule', id, name: act.dayOf(rule.from) },
      before: { from: act.dayOf(rule.from), [rule.kind]: shownAmount(rule) },
    });
    return rule;
  }
}

const hasWorkingTime = async (sql: Sql, at: Date): Promise<boolean> =>
  nextWorkingMoment(await calendarOf(sql, {}, at), at) !== undefined;

/** For the trail: `30 calendar-days`, `24:00 elapsed, with pauses`. */
const shownAmount = ({ unit, amount, allowsPauses }: ClockRuleRow): string =>
  (unit === 'elapsed' || unit === 'business-time'
    ? `${timeOfMinute(Math.round(amount / 60))} ${unit}`
    : `${amount} ${unit}`) + (allowsPauses ? ', with pauses' : '');

const presetWithoutPauses = (preset: ClockPreset, kinds: readonly ClockKind[]) =>
  badRequest('preset-without-pauses', `These are the times of ${preset}, which allows no pauses.`, {
    fields: kinds.map((kind) => ({
      ...{ path: `${kind}.allowsPauses`, code: 'preset-without-pauses' },
      message: `${preset} allows no pauses`,
    })),
  });

const dayPast = () =>
  badRequest('day-past', 'from: lies in the past. Clocks that run keep what they began with.', {
    fields: [{ path: 'from', code: 'day-past', message: 'lies in the past' }],
  });
