import { Injectable } from '@nestjs/common';
import type { OpenUnits } from '@forecall/contracts';
import type { Act, Row } from '../organisation/acts/acts.service.js';
import { type DepartmentDetails, DepartmentService } from '../organisation/units/department.service.js';
import { type TeamDetails, TeamService } from '../organisation/units/team.service.js';
import { conflict } from '../platform/http/problem.js';

interface Unit {
  readonly row: Row;
  readonly isNew: boolean;
}

/** Departments and teams by their names: found where they are there, else opened. */
@Injectable()
export class OpenUnitsService {
  constructor(
    private readonly departments: DepartmentService,
    private readonly teams: TeamService,
  ) {}

  /** All at once. Refused where all of them are there already, as there would be nothing to undo. */
  async open(act: Act, { departments }: OpenUnits): Promise<Row> {
    const units: Unit[] = [];
    for (const { teams, ...details } of departments) {
      const department = await this.department(act, details);
      units.push(department);
      for (const team of teams) units.push(await this.team(act, department.row.id, team));
    }
    const last = units.findLast(({ isNew }) => isNew);
    if (!last) throw conflict('nothing-new', 'All of these are there already.');
    return last.row;
  }

  async department(act: Act, details: DepartmentDetails): Promise<Unit> {
    const present = await this.departments.named(act, details.name);
    return present
      ? { row: present, isNew: false }
      : { row: await this.departments.open(act, { ...details, from: null }), isNew: true };
  }

  async team(act: Act, departmentId: string, details: TeamDetails): Promise<Unit> {
    const present = await this.teams.named(act, departmentId, details.name);
    return present
      ? { row: present, isNew: false }
      : { row: await this.teams.open(act, { ...details, departmentId, from: null }), isNew: true };
  }
}
