import { Injectable } from '@nestjs/common';
import type { EarlierComplaints } from '@forecall/contracts';
import { complaintNumber } from '@forecall/domain';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import { notFound } from '../../platform/http/problem.js';
import { isSeen, isWithheld, sightOf } from '../complaint-sight.service.js';
import { earlierComplaints, type EarlierRow } from './earlier-complaints.query.js';

/** Suggests what a complaint may be a repeat of. */
@Injectable()
export class EarlierComplaintsService {
  constructor(private readonly database: Database) {}

  /** While it is being received: what everybody who logs contacts may know of the customer. */
  async ofAccount(viewer: Viewer, accountId: string, reasonId: string | undefined): Promise<EarlierComplaints> {
    if (!(await this.database.first('SELECT FROM account WHERE id = $1', [accountId]))) throw notFound('account');
    const asked = { accountId, reasonId: reasonId ?? null, before: new Date(), exceptId: null };
    return answered(await earlierComplaints(this.database, asked, reachOf(viewer)));
  }

  /** None where the customer is unknown, or withheld from who asks. */
  async ofComplaint(viewer: Viewer, id: string): Promise<EarlierComplaints> {
    const sight = await sightOf(this.database, viewer);
    const values = new SqlValues();
    const row = await this.database.first<{
      accountId: string | null;
      reasonId: string | null;
      before: Date;
      isWithheld: boolean;
    }>(
      `SELECT c.account_id AS "accountId", c.reason_id AS "reasonId", k.first_received_at AS before,
         ${isWithheld(sight, values)} AS "isWithheld"
       FROM complaint k JOIN contact c ON c.id = k.contact_id
       WHERE k.id = ${values.add(id, 'uuid')} AND ${isSeen(sight, values)}`,
      values.list,
    );
    if (!row) throw notFound('complaint');
    const { accountId, reasonId, before } = row;
    if (accountId === null || row.isWithheld) return { complaints: [] };
    return answered(await earlierComplaints(this.database, { accountId, reasonId, before, exceptId: id }, sight));
  }
}

const answered = (rows: readonly EarlierRow[]): EarlierComplaints => ({
  complaints: rows.map(({ running, year, ...row }) => ({ ...row, number: complaintNumber(running, year) })),
});
