import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { conflict } from '../../platform/http/problem.js';
import type { Act } from '../acts/act.js';
import { dayOr, endAll, endOne, periodOf } from '../dated.js';
import { overlap, type Period } from '../period.js';
import { Reason } from '../reasons/reason.entity.js';
import { Department } from './department.entity.js';
import { Leadership } from './leadership.entity.js';
import { Team } from './team.entity.js';

export type DepartmentDetails = Pick<Department, 'name' | 'nameZh'>;

@Injectable()
export class DepartmentService {
  /** One that is open, by its name in whatever case. */
  async named(act: Act, name: string): Promise<Department | undefined> {
    const open = await act.entities.findBy(Department, { to: IsNull() });
    return open.find((department) => department.name.toLowerCase() === name.toLowerCase());
  }

  async open(act: Act, wanted: DepartmentDetails & Pick<Department, 'from'>): Promise<Department> {
    const department = await act.add(Department, { id: uuid(), ...wanted, to: null });
    const { id, name, nameZh } = department;
    const after = { name, nameZh, ...periodOf(act, department) };
    await act.record({ act: 'department.opened', entity: 'department', id, name, after });
    return department;
  }

  /** A name is a label of all times: figures of the past show the present one. The trail keeps the old one. */
  async rename(act: Act, id: string, { name, nameZh }: DepartmentDetails, revision: number): Promise<Department> {
    const department = await act.find(Department, id);
    const renamed = await act.change(Department, department, { name, nameZh }, revision);
    const before = { name: department.name, nameZh: department.nameZh };
    await act.record({ act: 'department.renamed', entity: 'department', id, name, before, after: { name, nameZh } });
    return renamed;
  }

  /** Only when no team and no reason of its own lasts beyond: those are decided one by one before. */
  async close(act: Act, id: string, end: Date, revision: number): Promise<Department> {
    const department = await act.find(Department, id);
    await act.change(Department, department, {}, revision);
    const lasts = (row: Period) => overlap(row, { from: end, to: null });
    const teams = (await act.entities.findBy(Team, { departmentId: id })).filter(lasts);
    if (teams.length > 0) {
      const names = teams.map(({ name }) => name).join(', ');
      throw conflict('department-has-teams', `Close or empty its teams first: ${names}.`, { values: { names } });
    }
    const reasons = (await act.entities.findBy(Reason, { departmentId: id })).filter(lasts);
    if (reasons.length > 0) {
      const names = reasons.map(({ nameEn }) => nameEn).join(', ');
      throw conflict('department-has-reasons', `Give its reasons to another first: ${names}.`, { values: { names } });
    }
    const leaders = await act.entities.findBy(Leadership, { departmentId: id });
    await endAll(act, Leadership, leaders, end, async (row) =>
      conflict('began-after', `Somebody leads ${department.name} from ${dayOr(act, row.from)} on, after that day.`, {
        values: { name: department.name, day: dayOr(act, row.from) },
      }),
    );
    const closed = await endOne(act, Department, await act.find(Department, id), end);
    const [before, after] = [periodOf(act, department), periodOf(act, closed)];
    await act.record({ act: 'department.closed', entity: 'department', id, name: department.name, before, after });
    return closed;
  }

  async reopen(act: Act, id: string, revision: number): Promise<Department> {
    const department = await act.find(Department, id);
    const reopened = await act.change(Department, department, { to: null }, revision);
    const [before, after] = [periodOf(act, department), periodOf(act, reopened)];
    await act.record({ act: 'department.reopened', entity: 'department', id, name: department.name, before, after });
    return reopened;
  }
}
