import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Acted } from '@forecall/contracts';
import { type Actor, AuditTrail } from '../../platform/access/audit-trail.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { RecountService } from '../../tallies/recount.service.js';
import { Organisation } from '../organisation.entity.js';
import { Act, type Row } from './act.js';
import { OrganisationAct } from './organisation-act.entity.js';
import { refusalOf } from './refusal.js';

export { type Act, changedMeanwhile, type Row } from './act.js';

/** Runs administrative acts: one transaction, one audit trail, one undo. */
@Injectable()
export class ActsService {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
    private readonly recount: RecountService,
  ) {}

  /** The work gives back the row it was about. Imports run many services' functions as one act. */
  async run(by: Actor, work: (act: Act) => Promise<Row>): Promise<Acted> {
    try {
      return await this.database.entityTransaction(async (sql, entities) => {
        const { zone, now } = await zoneAndTime(sql);
        const act = new Act(by, now, zone, sql, entities, this.trail);
        const { id, revision } = await work(act);
        if (hasChangedZone(act)) await this.recount.recount(sql);
        const actId = uuid();
        await sql.change(`DELETE FROM organisation_act WHERE at < now() - interval '1 day'`);
        await entities.insert(OrganisationAct, {
          id: actId,
          at: now,
          bySignInId: by.signInId,
          changes: act.changes,
          undoneAt: null,
        });
        return { act: actId, id, revision };
      });
    } catch (error) {
      throw refusalOf(error);
    }
  }
}

/** Tallies by day are by the organisation's days: with another zone, past days too are other ones. */
const hasChangedZone = ({ changes }: Act): boolean =>
  changes.some(({ entity, before, after }) => entity === Organisation.name && zoneOf(before) !== zoneOf(after));

const zoneOf = (row: Row | null): unknown => row && Reflect.get(row, 'zone');

async function zoneAndTime(sql: Sql): Promise<{ zone: string; now: Date }> {
  const row = await sql.first<{ zone: string; now: Date }>('SELECT zone, now() FROM organisation');
  if (!row) throw new Error('There is no organisation yet: the first run is not done.');
  return row;
}
