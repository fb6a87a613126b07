import { Injectable } from '@nestjs/common';
import type { TimeLine, TimeLineQuery } from '@forecall/contracts';
import { complaintNumber } from '@forecall/domain';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { namedInBoth } from '../../platform/database/named-json.js';
import { pageAfter, pageOf } from '../../platform/http/page-cursor.js';
import { noAccount } from '../account-refusal.js';
import { timeLine } from './time-line.query.js';

/** Everything that happened with an account, on one line. */
@Injectable()
export class TimeLineService {
  constructor(private readonly database: Database) {}

  async timeLine(viewer: Viewer, accountId: string, query: TimeLineQuery): Promise<TimeLine> {
    const account = await this.database.first<Pick<TimeLine, 'mergedInto'>>(
      `SELECT ${namedInBoth('kept')} AS "mergedInto" FROM account a LEFT JOIN account kept ON kept.id = a.merged_into
       WHERE a.id = $1`,
      [accountId],
    );
    if (!account) throw noAccount();
    const found = await timeLine(this.database, accountId, query, reachOf(viewer), pageAfter(query.after));
    const { rows, next } = pageOf(found, query.limit);
    return {
      entries: rows.map(({ entry: { running, year, ...entry } }) => ({
        ...entry,
        number: running === null || year === null ? null : complaintNumber(running, year),
      })),
      next,
      mergedInto: account.mergedInto,
    };
  }
}
