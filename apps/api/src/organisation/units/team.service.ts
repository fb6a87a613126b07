import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { conflict } from '../../platform/http/problem.js';
import type { Act } from '../acts/act.js';
import { dayOr, demandOpen, endAll, endOne, periodOf } from '../dated.js';
import { holdsAtStartOf, overlap, type Period } from '../period.js';
import { Membership } from '../staff/membership.entity.js';
import { MembershipService } from '../staff/membership.service.js';
import { Staff } from '../staff/staff.entity.js';
import { Department } from './department.entity.js';
import { Leadership } from './leadership.entity.js';
import { Team } from './team.entity.js';

export type TeamDetails = Pick<Team, 'name' | 'nameZh'>;

@Injectable()
export class TeamService {
  constructor(private readonly memberships: MembershipService) {}

  /** One of the department that is open, by its name in whatever case. */
  async named(act: Act, departmentId: string, name: string): Promise<Team | undefined> {
    const open = await act.entities.findBy(Team, { departmentId, to: IsNull() });
    return open.find((team) => team.name.toLowerCase() === name.toLowerCase());
  }

  async open(act: Act, wanted: TeamDetails & Pick<Team, 'departmentId' | 'from'>): Promise<Team> {
    const department = await act.find(Department, wanted.departmentId);
    demandOpen(act, department, { from: wanted.from, to: null });
    const team = await act.add(Team, { id: uuid(), ...wanted, to: null });
    await act.record({
      act: 'team.opened',
      entity: 'team',
      id: team.id,
      name: team.name,
      after: { name: team.name, nameZh: team.nameZh, department: department.name, ...periodOf(act, team) },
    });
    return team;
  }

  /** A name is a label of all times: figures of the past show the present one. The trail keeps the old one. */
  async rename(act: Act, id: string, { name, nameZh }: TeamDetails, revision: number): Promise<Team> {
    const team = await act.find(Team, id);
    const renamed = await act.change(Team, team, { name, nameZh }, revision);
    const before = { name: team.name, nameZh: team.nameZh };
    await act.record({ act: 'team.renamed', entity: 'team', id, name, before, after: { name, nameZh } });
    return renamed;
  }

  /** Its members go to another team or are without one, and nobody leads it, from that instant on. */
  async close(act: Act, id: string, end: Date, membersTo: string | null, revision: number): Promise<Team> {
    const team = await act.find(Team, id);
    await act.change(Team, team, {}, revision);
    const rows = await act.entities.findBy(Membership, { teamId: id });
    const present = rows.filter((row) => holdsAtStartOf({ from: end, to: null }, row));
    for (const { staffId, to } of present) {
      if (membersTo !== null) await this.memberships.move(act, { staffId, teamId: membersTo, from: end, to });
    }
    const left = await act.entities.findBy(Membership, { teamId: id });
    for (const { staffId } of left.filter((row) => overlap(row, { from: end, to: null }))) {
      await act.change(Staff, await act.find(Staff, staffId), {});
    }
    const began = async (row: Period) =>
      conflict('began-after', `Something in ${team.name} began on ${dayOr(act, row.from)}, after that day.`, {
        values: { name: team.name, day: dayOr(act, row.from) },
      });
    await endAll(act, Membership, left, end, began);
    await endAll(act, Leadership, await act.entities.findBy(Leadership, { teamId: id }), end, began);
    const closed = await endOne(act, Team, await act.find(Team, id), end);
    await act.record({
      act: 'team.closed',
      entity: 'team',
      id,
      name: team.name,
      before: periodOf(act, team),
      after: { ...periodOf(act, closed), members: present.length, membersTo: await nameOfTeam(act, membersTo) },
    });
    return closed;
  }

  /** Those who were in it do not come back by themselves. */
  async reopen(act: Act, id: string, revision: number): Promise<Team> {
    const team = await act.find(Team, id);
    demandOpen(act, await act.find(Department, team.departmentId), { from: team.from, to: null });
    const reopened = await act.change(Team, team, { to: null }, revision);
    const [before, after] = [periodOf(act, team), periodOf(act, reopened)];
    await act.record({ act: 'team.reopened', entity: 'team', id, name: team.name, before, after });
    return reopened;
  }
}

const nameOfTeam = async (act: Act, id: string | null) => (id === null ? null : (await act.find(Team, id)).name);
