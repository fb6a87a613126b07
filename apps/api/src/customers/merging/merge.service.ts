import { Injectable } from '@nestjs/common';
import type { CustomerMerged, MergeCustomer } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import { refuseLinksAcross } from '../../complaints/repeats/links-across.service.js';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { badRequest, conflict, notFound } from '../../platform/http/problem.js';
import {
  areMergedAcross,
  type CustomerKind,
  insertMerge,
  lockBoth,
  lockMerge,
  moveAccount,
  moveBack,
  movePerson,
} from './merge.query.js';

/** Makes one of two customers that turned out to be the same; can be taken back. */
@Injectable()
export class MergeService {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
  ) {}

  merge(by: Viewer, kind: CustomerKind, goneId: string, { into: keptId, why }: MergeCustomer): Promise<CustomerMerged> {
    if (goneId === keptId) throw intoItself();
    return this.database.transaction(async (sql) => {
      const both = await lockBoth(sql, kind, [goneId, keptId]);
      const gone = both.find(({ id }) => id === goneId);
      const kept = both.find(({ id }) => id === keptId);
      if (!gone) throw notFound(kind);
      if (!kept) throw unknownTarget(kind);
      if (gone.mergedInto !== null || kept.mergedInto !== null) throw alreadyMerged();
      if (gone.accountId !== kept.accountId) throw otherAccount();
      const moved = await (kind === 'account' ? moveAccount : movePerson)(sql, goneId, keptId);
      const id = uuid();
      await insertMerge(sql, { id, kind, goneId, keptId, moved }, { signInId: by.signInId, why });
      await this.trail.record(sql, by, {
        ...{ act: 'customer.merged', entity: kind, id: goneId, name: gone.name },
        before: { mergedInto: null },
        after: { mergedInto: kept.name, why, contacts: moved.contacts.length },
      });
      return { mergeId: id, contacts: moved.contacts.length, people: moved.people?.length ?? 0 };
    });
  }

  undo(by: Viewer, mergeId: string): Promise<CustomerMerged> {
    return this.database.transaction(async (sql) => {
      const merge = await lockMerge(sql, mergeId);
      if (!merge) throw notFound('merge');
      const both = await lockBoth(sql, merge.kind, [merge.goneId, merge.keptId]);
      const gone = both.find(({ id }) => id === merge.goneId);
      if (gone?.mergedInto !== merge.keptId) throw mergedOn();
      const contacts = await moveBack(sql, merge);
      if (merge.kind === 'account') {
        if (await areMergedAcross(sql, merge)) throw mergedOn();
        await refuseLinksAcross(sql, contacts, reachOf(by));
      }
      await sql.change('UPDATE customer_merge SET undone_at = now() WHERE id = $1', [mergeId]);
      await this.trail.record(sql, by, {
        ...{ act: 'customer.merge-undone', entity: merge.kind, id: merge.goneId, name: gone.name },
        before: { mergedInto: both.find(({ id }) => id === merge.keptId)?.name },
        after: { mergedInto: null },
      });
      return { mergeId, contacts: contacts.length, people: merge.moved.people?.length ?? 0 };
    });
  }
}

const intoItself = () =>
  badRequest('invalid', 'into: is the same.', {
    fields: [{ path: 'into', code: 'merge-into-itself', message: 'is the same' }],
  });
const unknownTarget = (kind: CustomerKind) =>
  badRequest('invalid', `into: there is no such ${kind}.`, {
    fields: [
      kind === 'account'
        ? { path: 'into', code: 'unknown-account', message: 'there is no such account' }
        : { path: 'into', code: 'unknown-person', message: 'there is no such person' },
    ],
  });
const otherAccount = () =>
  badRequest('invalid', 'into: belongs to another account.', {
    fields: [{ path: 'into', code: 'person-of-another-account', message: 'belongs to another account' }],
  });
const alreadyMerged = () => conflict('already-merged', 'One of them has been merged already.');
const mergedOn = () =>
  conflict('merged-on', 'The one that stayed, or one of the people, has been merged since. Take that back first.');
