import { Injectable } from '@nestjs/common';
import type { CallRules, SetCadence, SetCallRules, SetCapacity, SetOwnCadence } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { lockAccountToDirect } from '../../key-accounts/account-page.service.js';
import { changedMeanwhile } from '../../organisation/acts/acts.service.js';
import { type AuditedAct, AuditTrail } from '../../platform/access/audit-trail.js';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { refuseOutOfReach } from '../calls/caller-reach.query.js';
import { callSettings } from '../planning/plan-input.query.js';

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

  setCadence(viewer: Viewer, { class: careClass, tier, days }: SetCadence): Promise<CallRules> {
    return this.database.transaction(async (sql) => {
      const before = await writeCadence(sql, viewer, { careClass, tier, accountId: null }, days);
      await this.record(sql, viewer, {
        id: `${careClass} ${tier ?? ''}`.trim(),
        name: careClass,
        before,
        after: { tier, days },
      });
      return this.rules(sql);
    });
  }

  setOwnCadence(viewer: Viewer, accountId: string, { days }: SetOwnCadence): Promise<void> {
    return this.database.transaction(async (sql) => {
      const { name } = await lockAccountToDirect(sql, viewer, accountId);
      const before = await writeCadence(sql, viewer, { careClass: null, tier: null, accountId }, days);
      await this.record(sql, viewer, { id: accountId, name, before, after: { days } });
    });
  }

  setCapacity(viewer: Viewer, staffId: string, { callsPerDay }: SetCapacity): Promise<void> {
    return this.database.transaction(async (sql) => {
      await refuseOutOfReach(sql, reachOf(viewer), staffId);
      const before = await sql.first<{ callsPerDay: number }>(
        'SELECT calls_per_day AS "callsPerDay" FROM caller_capacity WHERE staff_id = $1',
        [staffId],
      );
      await sql.change('DELETE FROM caller_capacity WHERE staff_id = $1', [staffId]);
      if (callsPerDay !== null)
        await sql.change('INSERT INTO caller_capacity (staff_id, calls_per_day) VALUES ($1, $2)', [
          staffId,
          callsPerDay,
        ]);
      const staff = await sql.first<{ name: string }>('SELECT name FROM staff WHERE id = $1', [staffId]);
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

/** Gives back what was set before. */
async function writeCadence(
  sql: Sql,
  viewer: Viewer,
  of: { readonly careClass: string | null; readonly tier: string | null; readonly accountId: string | null },
  days: number | null,
): Promise<{ days: number } | null> {
  const which = 'class IS NOT DISTINCT FROM $1 AND tier IS NOT DISTINCT FROM $2 AND account_id IS NOT DISTINCT FROM $3';
  const key = [of.careClass, of.tier, of.accountId];
  const before = await sql.first<{ days: number }>(`SELECT days FROM cadence WHERE ${which} FOR UPDATE`, key);
  await sql.change(`DELETE FROM cadence WHERE ${which}`, key);
  if (days !== null)
    await sql.change(
      'INSERT INTO cadence (id, class, tier, account_id, days, set_by) VALUES ($4, $1, $2, $3, $5, $6)',
      [...[...key, uuid(), days, viewer.signInId]],
    );
  return before ?? null;
}
