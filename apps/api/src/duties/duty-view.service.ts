import { Injectable } from '@nestjs/common';
import {
  type DutyDetail,
  type DutyEntry,
  dutyKinds,
  type DutyList,
  type DutyQuery,
  type DutyTakers,
} from '@forecall/contracts';
import { addDays, localDay, startOfDay } from '@forecall/domain';
import { reachOf, type Viewer } from '../platform/access/viewer.js';
import { Database } from '../platform/database/database.js';
import { inTime } from '../platform/database/in-time.js';
import { pageAfter, pageOf } from '../platform/http/page-cursor.js';
import { notFound } from '../platform/http/problem.js';
import { type DutyCounts, dutyCounts } from './duty-counts.query.js';
import { countDue, countsLateCalls, type DutyRow, lateCallsByCaller, listDuties, oneDuty } from './duty-list.query.js';
import { stepsOf } from './duty-steps.query.js';
import { isInDay, sightOf } from './duty-sight.js';
import { takersFor } from './duty-takers.query.js';
import { SqlValues } from '../platform/database/sql-values.js';
import type { OfSource } from './duty.service.js';

/** Shows duties to those in whose day or reach they are. */
@Injectable()
export class DutyViewService {
  constructor(private readonly database: Database) {}

  async list(viewer: Viewer, query: DutyQuery): Promise<DutyList> {
    const sight = await sightOf(this.database, viewer);
    const after = pageAfter(query.after);
    const found = await inTime(this.database, (sql) => listDuties(sql, query, sight, after));
    const { rows, next } = pageOf(found, query.limit);
    const isCounting = countsLateCalls(query) && after === undefined;
    const lateCalls = isCounting ? await lateCallsByCaller(this.database, sight) : [];
    return { duties: rows.map(({ at: _, ...row }) => shown(row)), lateCalls, next };
  }

  async one(viewer: Viewer, id: string): Promise<DutyDetail> {
    const row = await oneDuty(this.database, id, await sightOf(this.database, viewer));
    if (!row) throw notFound('duty');
    return { ...shown(row), steps: await stepsOf(this.database, id) };
  }

  /** Whether an open duty about this is in somebody's day. */
  async isInDay(viewer: Viewer, { source, kind }: Required<Pick<OfSource, 'source' | 'kind'>>): Promise<boolean> {
    const values = new SqlValues();
    const [entity, id] = [values.add(source.entity, 'text'), values.add(source.id, 'uuid')];
    const row = await this.database.first(
      `SELECT FROM duty d WHERE d.source_entity = ${entity} AND d.source_id = ${id} AND d.kind = ${values.add(kind, 'text')}
         AND d.done_at IS NULL AND ${isInDay(await sightOf(this.database, viewer), values)}`,
      values.list,
    );
    return row !== undefined;
  }

  /** How much waits for each of these people. */
  counts(staffIds: readonly string[]): Promise<Map<string, DutyCounts>> {
    return dutyCounts(this.database, staffIds);
  }

  async takers(viewer: Viewer, dutyId?: string): Promise<DutyTakers> {
    return { staff: await takersFor(this.database, reachOf(viewer), dutyId) };
  }

  /** How many wait: overdue, or due today in the organisation's zone. Up to a hundred. */
  async dueToday(viewer: Viewer): Promise<number> {
    const organisation = await this.database.first<{ zone: string }>('SELECT zone FROM organisation');
    const zone = organisation?.zone ?? 'UTC';
    const tomorrow = startOfDay(addDays(localDay(new Date(), zone), 1), zone);
    return countDue(this.database, await sightOf(this.database, viewer), tomorrow);
  }
}

const shown = (row: DutyRow): DutyEntry => ({
  ...row,
  ...{ isByHand: isByHand(row.kind), mayHandOn: mayHandOn(row.kind) },
});

const kindOf = (kind: string) =>
  (dutyKinds as Record<string, { readonly byHand: boolean; readonly stays?: true } | undefined>)[kind];

export const isByHand = (kind: string): boolean => kindOf(kind)?.byHand ?? false;
export const mayHandOn = (kind: string): boolean => !kindOf(kind)?.stays;
