import { Injectable } from '@nestjs/common';
import type {
  AccountCadence,
  CallerCapacities,
  CapacityQuery,
  CallRules,
  SetCadence,
  SetCallRules,
  SetCapacity,
  SetOwnCadence,
} from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { lockAccountToDirect } from '../../key-accounts/account-page.service.js';
import { changedMeanwhile } from '../../organisation/acts/acts.service.js';
import { type AuditedAct, AuditTrail } from '../../platform/access/audit-trail.js';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { notFound } from '../../platform/http/problem.js';
import { refuseOutOfReach } from '../calls/caller-reach.query.js';
import { callSettings } from '../planning/plan-input.query.js';
import { accountCadence } from './account-cadence.query.js';
import { callersWithin } from './callers.query.js';

/** How often who is called, how many calls one makes, and what is done when nobody is reached. */
@Injectable()
export class CallRulesService {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
  ) {}

  async rules(sql: Sql = this.database): Promise<CallRules> {
    const row = await sql.first<{ revision: number; names: boolean }>(
      'SELECT revision, names_in_feeds AS names FROM call_setting',
    );
    return {
      ...(await callSettings(sql)),
      namesInFeeds: row?.names ?? false,
      revision: row?.revision ?? 1,
      cadences: await sql.rows<CallRules['cadences'][number]>(
        'SELECT class, tier, days FROM cadence WHERE class IS NOT NULL ORDER BY class, tier NULLS FIRST',
      ),
    };
  }

  set(viewer: Viewer, { revision, ...told }: SetCallRules): Promise<CallRules> {
    return this.database.transaction(async (sql) => {
      const { cadences: _cadences, revision: _revision, ...before } = await this.rules(sql);
      const changed = await sql.change(
        `UPDATE call_setting SET calls_per_day = $2, slot_minutes = $3, early_days = $4, grace_days = $5,
           retry_minutes = $6, tries_per_person = $7, names_in_feeds = $8, revision = revision + 1 WHERE revision = $1`,
        [
          ...[revision, told.callsPerDay, told.slotMinutes, told.earlyDays],
          ...[told.graceDays, told.retryMinutes, told.triesPerPerson, told.namesInFeeds],
        ],
      );
      if (changed === 0) throw changedMeanwhile();
      await this.record(sql, viewer, { id: 'calls', name: '', before, after: told });
      return this.rules(sql);
    });
  }

  setCadence(viewer: Viewer, { class: careClass, tier, days, was }: SetCadence): Promise<CallRules> {
    return this.database.transaction(async (sql) => {
      // One at a time: a cell that nobody has set has no row of its own to lock.
      await sql.first('SELECT FROM call_setting FOR UPDATE');
      const before = await writeCadence(sql, viewer, { careClass, tier, accountId: null }, { days, was, why: '' });
      await this.record(sql, viewer, {
        id: `${careClass} ${tier ?? ''}`.trim(),
        name: careClass,
        before,
        after: { tier, days },
      });
      return this.rules(sql);
    });
  }

  async ofAccount(viewer: Viewer, accountId: string): Promise<AccountCadence> {
    const found = await accountCadence(this.database, accountId, reachOf(viewer));
    if (!found) throw notFound('account');
    return found;
  }

  setOwnCadence(viewer: Viewer, accountId: string, told: SetOwnCadence): Promise<void> {
    return this.database.transaction(async (sql) => {
      const { name } = await lockAccountToDirect(sql, viewer, accountId);
      const before = await writeCadence(sql, viewer, { careClass: null, tier: null, accountId }, told);
      const { days, why } = told;
      await this.record(sql, viewer, { id: accountId, name, before, after: { days, why } });
    });
  }

  async callers(viewer: Viewer, query: CapacityQuery): Promise<CallerCapacities> {
    const [{ callsPerDay: usual }, found] = await Promise.all([
      callSettings(this.database),
      callersWithin(this.database, query, reachOf(viewer)),
    ]);
    return { usual, callers: found.slice(0, query.limit), isMore: found.length > query.limit };
  }

  setCapacity(viewer: Viewer, staffId: string, { callsPerDay, was }: SetCapacity): Promise<void> {
    return this.database.transaction(async (sql) => {
      await refuseOutOfReach(sql, reachOf(viewer), staffId);
      const staff = await sql.first<{ name: string }>('SELECT name FROM staff WHERE id = $1 FOR NO KEY UPDATE', [
        staffId,
      ]);
      const before = await sql.first<{ callsPerDay: number }>(
        'SELECT calls_per_day AS "callsPerDay" FROM caller_capacity WHERE staff_id = $1',
        [staffId],
      );
      if ((before?.callsPerDay ?? null) !== was) throw changedMeanwhile();
      await sql.change('DELETE FROM caller_capacity WHERE staff_id = $1', [staffId]);
      if (callsPerDay !== null)
        await sql.change('INSERT INTO caller_capacity (staff_id, calls_per_day, set_by) VALUES ($1, $2, $3)', [
          ...[staffId, callsPerDay, viewer.signInId],
        ]);
      await this.record(sql, viewer, {
        id: staffId,
        name: staff?.name ?? '',
        before: before ?? null,
        after: { callsPerDay },
      });
    });
  }

  private record(sql: Sql, viewer: Viewer, change: Omit<AuditedAct, 'act' | 'entity'>): Promise<void> {
    return this.trail.record(sql, viewer, { act: 'call-rule.set', entity: 'call_setting', ...change });
  }
}

/** Gives back what was set before; refused where that is not what was read. */
async function writeCadence(
  sql: Sql,
  viewer: Viewer,
  of: { readonly careClass: string | null; readonly tier: string | null; readonly accountId: string | null },
  { days, was, why }: SetOwnCadence,
): Promise<{ days: number } | null> {
  const which = 'class IS NOT DISTINCT FROM $1 AND tier IS NOT DISTINCT FROM $2 AND account_id IS NOT DISTINCT FROM $3';
  const key = [of.careClass, of.tier, of.accountId];
  const before = await sql.first<{ days: number }>(`SELECT days FROM cadence WHERE ${which} FOR UPDATE`, key);
  if ((before?.days ?? null) !== was) throw changedMeanwhile();
  await sql.change(`DELETE FROM cadence WHERE ${which}`, key);
  if (days !== null)
    await sql.change(
      'INSERT INTO cadence (id, class, tier, account_id, days, set_by, why) VALUES ($4, $1, $2, $3, $5, $6, $7)',
      [...[...key, uuid(), days, viewer.signInId, why]],
    );
  return before ?? null;
}
