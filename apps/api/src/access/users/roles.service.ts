import { Injectable } from '@nestjs/common';
import type { EndRole, GiveRole, RoleName } from '@forecall/contracts';
import { localDay, startOfDay } from '@forecall/domain';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import { keepAnAdmin } from '../../platform/access/last-admin.js';
import type { Viewer } from '../../platform/access/viewer.js';
import type { Sql } from '../../platform/database/database.js';
import { badRequest, conflict, notFound } from '../../platform/http/problem.js';
import { addRole, endRole, type NewRole, openUnit, roleForChange, withdrawRole } from './role.query.js';

interface Owner {
  readonly id: string;
  readonly name: string;
}

const unitNeeded: Partial<Record<RoleName, 'team' | 'department'>> = { supervisor: 'team', head: 'department' };

/** Dated roles: from the first instant of a day in the organisation's zone, or at once. */
@Injectable()
export class RolesService {
  constructor(private readonly trail: AuditTrail) {}

  async give(sql: Sql, by: Viewer, owner: Owner, { role, unitId, from, until }: GiveRole): Promise<void> {
    const { zone, now } = await this.zoneAndTime(sql);
    const begin = from === null ? now : dayFrom(from, zone, now);
    const end = until === null ? null : startOfDay(until, zone);
    if (end && end <= begin) throw badRequest('period-empty', 'It would end before it begins.');
    const wanted: NewRole = { signInId: owner.id, role, unitId, from: begin, to: end, grantedBy: by.signInId };
    const unit = await this.unitOf(sql, wanted);
    await addRole(sql, wanted).catch((error: unknown) => {
      throw isOverlap(error) ? conflict('role-held', 'This role is held already in that time.') : error;
    });
    const after = { role, unit, from: localDay(begin, zone), until };
    await this.trail.record(sql, by, {
      ...{ act: 'user.role-given', entity: 'sign_in', id: owner.id, name: owner.name, after },
    });
  }

  /** A role that has not begun is withdrawn. */
  async end(sql: Sql, by: Viewer, owner: Owner, roleId: string, { from }: EndRole): Promise<void> {
    const { zone, now } = await this.zoneAndTime(sql);
    const row = await roleForChange(sql, owner.id, roleId);
    if (!row) throw notFound('role');
    const end = from === null ? now : dayFrom(from, zone, now);
    if (row.to && row.to <= end)
      throw conflict('already-ended', 'It ends earlier already.', { values: { to: localDay(row.to, zone) } });
    if (row.from >= end) await withdrawRole(sql, row.id);
    else await endRole(sql, row.id, end);
    if (row.role === 'admin') await keepAnAdmin(sql);
    const before = { role: row.role, unit: row.unitName, until: row.to && localDay(row.to, zone) };
    await this.trail.record(sql, by, {
      ...{ act: 'user.role-ended', entity: 'sign_in', id: owner.id, name: owner.name, before },
      after: { until: localDay(end, zone) },
    });
  }

  private async unitOf(sql: Sql, wanted: NewRole): Promise<string | null> {
    const needed = unitNeeded[wanted.role];
    if (!needed !== (wanted.unitId === null)) {
      const message = needed ? `a ${wanted.role} needs a ${needed}` : `a ${wanted.role} has no unit`;
      throw badRequest('invalid', `unitId: ${message}`, {
        fields: [{ path: 'unitId', code: needed ? 'required' : 'invalid', message }],
      });
    }
    if (!needed) return null;
    const unit = await openUnit(sql, wanted);
    if (!unit) throw conflict('unit-closed', `There is no such ${needed}, or it is not open all that time.`);
    return unit.name;
  }

  private async zoneAndTime(sql: Sql): Promise<{ zone: string; now: Date }> {
    const row = await sql.first<{ zone: string; now: Date }>('SELECT zone, now() FROM organisation');
    return row ?? { zone: 'UTC', now: new Date() };
  }
}

/** Access cannot be given for time that is over. */
function dayFrom(day: string, zone: string, now: Date): Date {
  const begin = startOfDay(day, zone);
  if (begin >= now) return begin;
  if (day === localDay(now, zone)) return now;
  throw conflict('day-past', 'That day is over.');
}

const exclusionViolation = '23P01';
const isOverlap = (error: unknown) => error instanceof Error && 'code' in error && error.code === exclusionViolation;
