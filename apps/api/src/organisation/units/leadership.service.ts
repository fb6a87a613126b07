import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { LeadingRole } from '@forecall/contracts';
import { badRequest, conflict } from '../../platform/http/problem.js';
import type { Act, Row } from '../acts/act.js';
import { dayOr, demandOpen, endOne, periodOf, succeed, withdrawOne } from '../dated.js';
import { contains, type Period } from '../period.js';
import { Staff } from '../staff/staff.entity.js';
import { Department } from './department.entity.js';
import { Leadership } from './leadership.entity.js';
import { Team } from './team.entity.js';

export interface Appointment extends Period {
  readonly unit: 'team' | 'department';
  readonly unitId: string;
  readonly staffId: string;
  readonly role: LeadingRole;
  /** The unit's revision as the author of the act saw it. */
  readonly revision?: number;
}

const fits = { team: ['supervisor', 'stand-in'], department: ['head', 'stand-in'] };

/** Who leads which team or department, from when to when. Each act counts as a change of the unit. */
@Injectable()
export class LeadershipService {
  /** A new supervisor or head follows the present one; with an end the present one comes back. A stand-in joins. */
  async appoint(act: Act, { unit, unitId, staffId, role, from, to, revision }: Appointment): Promise<Row> {
    if (!fits[unit].includes(role)) throw badRequest('role-does-not-fit', `A ${unit} has no ${role}.`);
    const { row: place, changed } = await this.lockUnit(act, unit, unitId, revision);
    const staff = await act.find(Staff, staffId);
    if (staff.leftOn !== null) {
      throw conflict('has-left', `${staff.name} has left.`, { values: { name: staff.name, day: staff.leftOn } });
    }
    demandOpen(act, place, { from, to });
    const ids = { teamId: unit === 'team' ? unitId : null, departmentId: unit === 'department' ? unitId : null };
    const rows = await this.rowsOf(act, { ...ids, role, staffId });
    if (rows.some((row) => row.staffId === staffId && contains(row, { from, to }))) {
      throw conflict('already-there', `${staff.name} leads ${place.name} by then.`, {
        values: { name: staff.name, unit: place.name },
      });
    }
    await succeed(act, Leadership, rows, { id: uuid(), staffId, role, ...ids, from, to }, async (row) => {
      const other = await act.find(Staff, row.staffId);
      const values = { name: staff.name, unit: place.name, other: other.name, day: dayOr(act, row.from) };
      return conflict(
        'overlaps-leadership',
        `${other.name} leads ${place.name} from ${values.day} on, which overlaps with ${staff.name}.`,
        { values },
      );
    });
    await act.record({
      act: 'leader.appointed',
      entity: unit,
      id: unitId,
      name: place.name,
      after: { role, name: staff.name, ...periodOf(act, { from, to }) },
    });
    return changed;
  }

  async end(act: Act, id: string, end: Date, revision: number): Promise<Row> {
    const { row, unit, unitId, place, changed } = await this.lock(act, id, revision);
    await endOne(act, Leadership, row, end);
    const { name } = await act.find(Staff, row.staffId);
    await act.record({
      act: 'leader.ended',
      entity: unit,
      id: unitId,
      name: place.name,
      before: { role: row.role, name, ...periodOf(act, row) },
      after: { role: row.role, name, ...periodOf(act, { from: row.from, to: end }) },
    });
    return changed;
  }

  /** Takes back an appointment that has not begun; the leader it would have ended goes on. */
  async withdraw(act: Act, id: string, revision: number): Promise<Row> {
    const { row, unit, unitId, place, changed } = await this.lock(act, id, revision);
    await withdrawOne(act, Leadership, await this.rowsOf(act, row), row);
    const { name } = await act.find(Staff, row.staffId);
    await act.record({
      act: 'leader.withdrawn',
      entity: unit,
      id: unitId,
      name: place.name,
      before: { role: row.role, name, ...periodOf(act, row) },
    });
    return changed;
  }

  /** Those of whom there can be one at a time: of a unit's supervisor or head all, of its stand-ins the same person. */
  private rowsOf(act: Act, of: Pick<Leadership, 'teamId' | 'departmentId' | 'role' | 'staffId'>) {
    const unit = of.teamId === null ? { departmentId: of.departmentId ?? '' } : { teamId: of.teamId };
    const person = of.role === 'stand-in' ? { staffId: of.staffId } : {};
    return act.entities.findBy(Leadership, { ...unit, role: of.role, ...person });
  }

  private async lockUnit(act: Act, unit: 'team' | 'department', id: string, revision?: number) {
    if (unit === 'team') {
      const row = await act.find(Team, id);
      return { row, changed: await act.change(Team, row, {}, revision) };
    }
    const row = await act.find(Department, id);
    return { row, changed: await act.change(Department, row, {}, revision) };
  }

  private async lock(act: Act, id: string, revision: number) {
    const found = await act.find(Leadership, id);
    const unit = found.teamId === null ? 'department' : 'team';
    const unitId = found.teamId ?? found.departmentId ?? '';
    const { row: place, changed } = await this.lockUnit(act, unit, unitId, revision);
    return { row: await act.find(Leadership, id), unit, unitId, place, changed } as const;
  }
}
