import { Injectable } from '@nestjs/common';
import { complaintNumber } from '@forecall/domain';
import type { BoardStream, StreamEntry } from '@forecall/contracts';
import type { Viewer } from '../platform/access/viewer.js';
import { Database } from '../platform/database/database.js';
import { streamReachOf } from './stream-reach.query.js';
import { lastNumbers, newestStream, streamAfter, type StreamRow } from './stream.query.js';

/** Whose customers' names somebody may read in the stream: those of these departments, or of all. */
export interface StreamReach {
  readonly everything: boolean;
  readonly departmentIds: ReadonlySet<string>;
  /** Null: nobody of ours, such as a wallboard. */
  readonly staffId: string | null;
}

const mostEntries = 50;

/** Complaints as they arrive, numbered in each department's scope by the fold. */
@Injectable()
export class StreamService {
  constructor(private readonly database: Database) {}

  reachOf(viewer: Viewer): Promise<StreamReach> {
    return streamReachOf(this.database, viewer);
  }

  async newest(reach: StreamReach, departmentId: string | null = null): Promise<BoardStream> {
    const lastOf = await lastNumbers(this.database);
    const rows = await newestStream(this.database, mostEntries, departmentId);
    const entries = rows.map((row) => entryFor(row, reach));
    return { entries, lastOf, outsideScope: entries.filter(({ isWithinScope }) => !isWithinScope).length };
  }

  after(seen: Readonly<Record<string, number>>, scopes: readonly string[]): Promise<StreamRow[]> {
    return streamAfter(this.database, seen, scopes);
  }

  lastOf(): Promise<Record<string, number>> {
    return lastNumbers(this.database);
  }
}

const isWithinScopeOf = (row: StreamRow, reach: StreamReach): boolean =>
  reach.everything ||
  reach.departmentIds.has(row.department_id) ||
  reach.departmentIds.has(row.receiving_department_id);

export function entryFor(row: StreamRow, reach: StreamReach): StreamEntry {
  const isWithinScope = isWithinScopeOf(row, reach);
  const seesCustomer = isWithinScope && (reach.everything || !row.withheld_from.includes(reach.staffId ?? ''));
  const both = (en: string | null, zh: string | null) => (en === null ? null : { en, zh: zh ?? en });
  return {
    scope: row.scope,
    n: row.n,
    complaintId: isWithinScope ? row.complaint_id : null,
    number: isWithinScope ? complaintNumber(row.number, row.year) : null,
    receivedAt: row.received_at.toISOString(),
    endedAt: row.ended_at.toISOString(),
    departmentId: row.department_id,
    department: both(row.department_en, row.department_zh),
    reason: both(row.reason_en, row.reason_zh),
    channel: row.channel,
    account: seesCustomer ? both(row.account_en, row.account_zh) : null,
    isWithinScope,
  };
}
