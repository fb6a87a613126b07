import { Injectable } from '@nestjs/common';
import type { Alarm, AlarmFactor, AlarmPage, AlarmQuery, BoardAlarm } from '@forecall/contracts';
import { FiguresService } from '../../figures/figures.service.js';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { pageAfter, pageOf } from '../../platform/http/page-cursor.js';
import { notFound } from '../../platform/http/problem.js';
import { alarmById, type AlarmRow, alarmsGoingOn, alarmsPage, evidenceShares, stepsOf } from './alarm-view.query.js';

type Names = ReadonlyMap<string, AlarmFactor['name']>;

/** How a department stands on the board. */
export interface Standing {
  /** 0..1 of what raises an alarm. */
  readonly evidence: number;
  readonly alarm: BoardAlarm | null;
}

/** Alarms as they are looked at: named, and without the customers that who looks may not see. */
@Injectable()
export class AlarmViewService {
  constructor(
    private readonly database: Database,
    private readonly figures: FiguresService,
  ) {}

  async page(viewer: Viewer, query: AlarmQuery): Promise<AlarmPage> {
    const found = await alarmsPage(this.database, reachOf(viewer), query, pageAfter(query.after));
    const { rows, next } = pageOf(found, query.limit);
    const names = await this.namesIn(rows);
    return { alarms: rows.map((row) => alarmOf(row, names)), next };
  }

  async one(viewer: Viewer, id: string): Promise<Alarm> {
    const row = await alarmById(this.database, reachOf(viewer), id);
    if (!row) throw notFound('alarm');
    const steps = await stepsOf(this.database, id);
    return {
      ...alarmOf(row, await this.namesIn([row])),
      steps: steps.map((step) => (row.mayWork ? step : { ...step, note: '' })),
    };
  }

  /** Of every department that is watched. Whoever sees the board sees it, so that it names no customer. */
  async onBoard(): Promise<ReadonlyMap<string, Standing>> {
    const [shares, rows] = await Promise.all([evidenceShares(this.database), alarmsGoingOn(this.database)]);
    const names = await this.namesIn(rows);
    const alarms = new Map(rows.map((row) => [row.departmentId, boardAlarmOf(row, names)]));
    return new Map(
      shares.map(({ departmentId, share }) => [
        departmentId,
        { evidence: share, alarm: alarms.get(departmentId) ?? null },
      ]),
    );
  }

  private async namesIn(rows: readonly AlarmRow[]): Promise<Names> {
    const idsOf = new Map<string, Set<string>>();
    const note = ({ dimension, key }: { dimension: string; key: string }) =>
      idsOf.set(dimension, (idsOf.get(dimension) ?? new Set()).add(key));
    for (const { finding } of rows)
      for (const factor of finding?.factors ?? []) for (const part of [factor, factor.within ?? factor]) note(part);
    const named = await Promise.all(
      [...idsOf].map(async ([dimension, ids]) =>
        [...(await this.figures.namesOf(dimension, [...ids]))].map(
          ([id, name]) => [`${dimension} ${id}`, name] as const,
        ),
      ),
    );
    return new Map(named.flat());
  }
}

const isOfCustomer = ({ dimension }: { dimension: string }) => dimension === 'account';

function factorsOf({ finding }: AlarmRow, names: Names, showsCustomers: boolean): AlarmFactor[] {
  const nameOf = ({ dimension, key }: { dimension: string; key: string }) => names.get(`${dimension} ${key}`) ?? null;
  return (finding?.factors ?? [])
    .filter((factor) => showsCustomers || !isOfCustomer(factor))
    .map(({ dimension, key, complaints, expected, share, within }) => ({
      ...{ dimension, key, name: nameOf({ dimension, key }), complaints, expected, share },
      within: within && (showsCustomers || !isOfCustomer(within)) ? { ...within, name: nameOf(within) } : null,
    }));
}

function seenIn(row: AlarmRow, names: Names, showsCustomers: boolean): BoardAlarm {
  const { id, state, raisedAt, since, ebbedAt, finding, usual, falseAlarmDays, takenBy, takenAt } = row;
  // Before it was looked into, the evidence itself says how much there is.
  const { contacts, complaints } = finding ?? row;
  return {
    ...{ id, state, raisedAt: raisedAt.toISOString(), since: since.toISOString(), contacts, complaints },
    ...{ until: finding?.until ?? raisedAt.toISOString(), expected: contacts * usual, usual, falseAlarmDays },
    ...{ ebbedAt: ebbedAt?.toISOString() ?? null, factors: factorsOf(row, names, showsCustomers) },
    ...{ takenBy, takenAt: takenAt?.toISOString() ?? null },
  };
}

const boardAlarmOf = (row: AlarmRow, names: Names): BoardAlarm => seenIn(row, names, false);

function alarmOf(row: AlarmRow, names: Names): Alarm {
  const { department, cause, lasts, note, endedAt, endedBy, mayWork, mayRestart, revision, finding } = row;
  return {
    ...seenIn(row, names, mayWork),
    hasHiddenFactor: !mayWork && (finding?.factors ?? []).some(isOfCustomer),
    // People write names of customers into it: it is for those who lead there.
    note: mayWork ? note : '',
    ...{ department, cause, endedAt: endedAt?.toISOString() ?? null, endedBy, mayWork, revision },
    ...{ lasts, steps: [], mayRestart },
  };
}
